/** The style of pools of gift codes. */
export const giftsStyle = /* css */ `
.state.alarm {
  border-color: var(--red);
  color: var(--red);
  font-weight: 600;
}

.news a.button {
  display: inline-block;
  padding: 0.125rem 0.625rem;
  border: 1px solid currentColor;
  border-radius: 0.375rem;
  font-weight: 600;
  text-decoration: none;
}

.new-endpoint textarea {
  padding: 0.5rem 0.625rem;
  border: 1px solid var(--edge);
  border-radius: 0.375rem;
  background: var(--paper);
  color: inherit;
  font: 0.9375rem / 1.6 var(--mono);
  resize: vertical;
}

.field input.short {
  width: min(12rem, 100%);
}

.wrong-lines ul {
  margin: 0.5rem 0 2rem;
  padding-left: 1.25rem;
}

.expiries {
  margin: 0.75rem 0 0;
  padding: 0;
  list-style: none;
}

.expiries li {
  padding: 0.5rem 0;
  border-bottom: 1px solid var(--rule);
}

.ends {
  margin-top: 2.5rem;
  padding-top: 0.75rem;
  border-top: 1px solid var(--rule);
}

.wide-void form {
  width: min(42rem, 100%);
}
`;
