/** Keeps the page from scrolling behind a dialog, without moving it; answers the way back. */
export function lockScroll(): () => void {
  const { clientWidth, style } = document.documentElement;
  const { overflow, scrollbarGutter } = style;
  // The scrollbar's place stays its own, where it takes one.
  if (innerWidth > clientWidth) style.scrollbarGutter = "stable";
  style.overflow = "hidden";
  return () => Object.assign(style, { overflow, scrollbarGutter });
}
