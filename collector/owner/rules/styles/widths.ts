/** How all of it lies on wide and on narrow screens. */
export const widthsOfRules = /* css */ `
@media (min-width: 40rem) {
  .side .field:first-child,
  .field:has([type="datetime-local"]) {
    grid-column: span 2;
  }
}

@media (max-width: 40rem) {
  .side .field:first-child {
    grid-column: 1 / -1;
  }

  .cards th[scope="row"] {
    display: block;
    padding: 0.375rem 0 0;
    border: 0;
    font-weight: 600;
  }

  .panel .figures :is(th, td) {
    padding-left: 0.375rem;
    font-size: 0.8125rem;
  }

  .panel .figures th:first-child {
    padding-left: 0;
    overflow-wrap: anywhere;
  }

  .bar .hint {
    display: none;
  }
}
`;
