/** The red thread that ties two people, as long as there is room for it. */
export function thread() {
  return (
    <svg
      class="thread"
      viewBox="0 0 99 9"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d="M0 5c20-9 32 8 50 0s32-8 49 0" />
    </svg>
  );
}
