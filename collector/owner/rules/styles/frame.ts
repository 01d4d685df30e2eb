/** The frame of the rules: the form, and the panels beside it. */
export const frameOfRules = /* css */ `
.broad {
  max-width: 80rem;
}

.rules {
  margin-top: 1.5rem;
}

@media (min-width: 64rem) {
  .rules {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 27rem;
    align-items: start;
    gap: 2.5rem;
  }
}

.rules section > h2 {
  padding-top: 1rem;
  border-top: 1px solid var(--rule);
}

.rules .panel {
  margin-bottom: 1.5rem;
  padding: 1rem 1.125rem;
  border: 1px solid var(--rule);
  border-radius: 0.5rem;
}

.rules .panel > h2 {
  margin: 0 0 0.5rem;
  padding: 0;
  border: 0;
}

.panel h3 {
  margin: 1.25rem 0 0.375rem;
}

.panel > p {
  margin: 0.5rem 0;
}

.panel > :is(.fields, button) {
  margin-top: 0.875rem;
}
`;
