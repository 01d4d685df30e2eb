/** The style of payout runs. */
export const payoutsStyle = /* css */ `
.button {
  display: inline-flex;
  align-items: center;
  min-height: 2.25rem;
  padding: 0.25rem 0.875rem;
  border: 1px solid var(--edge);
  border-radius: 0.375rem;
  color: inherit;
  font-size: 0.875rem;
  text-decoration: none;
}

.acts > a.button {
  padding: 0.25rem 0.875rem;
}

.button:hover {
  background: var(--wash);
}

.due-filter fieldset {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1rem;
  margin: 0;
  padding: 0;
  border: 0;
}

.due-filter legend {
  padding: 0;
  font-size: 0.875rem;
  font-weight: 400;
}

.due-filter fieldset label {
  display: flex;
  align-items: center;
  gap: 0.375rem;
  min-height: 2.25rem;
}

.due-filter input[type="checkbox"] {
  min-height: 0;
}

.due-filter .number {
  width: 9rem;
}

.order h3 {
  margin: 0 0 0.5rem;
  font-size: 1.125rem;
}

.order > form.filter {
  margin: 0.75rem 0 0;
}

.run-acts {
  align-items: baseline;
  margin: 1.25rem 0 0.75rem;
}

.run-rewards {
  margin: 0.25rem 0 0;
  padding-left: 1.25rem;
  font-size: 0.875rem;
}
`;
