/** The red thread, tied to a bow: something has been given. It is seen being tied where motion is wanted. */
export function bow() {
  return (
    <svg class="bow" viewBox="0 0 320 34" aria-hidden="true">
      <path
        d="M-200 22C-60 6 90 34 160 21C140 1 117-3 119 9C120 19 145 22 160 21C175 22 200 19 201 9C203-3 180 1 160 21C230 34 380 6 520 22"
        pathLength="1"
      />
    </svg>
  );
}
