/** Copies a text the old way; where that is refused too, the field before the button is left selected. */
export function copyBySelection(text: string, button: Element): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.readOnly = true;
  area.className = "unseen";
  // Beside the button, because everything outside an open dialog is inert.
  button.after(area);
  area.select();
  let isCopied = false;
  try {
    isCopied = document.execCommand("copy");
  } catch {
    // A page may have put something else in its place.
  }
  area.remove();
  const field = button.parentElement?.querySelector("input");
  field?.select();
  return isCopied;
}
