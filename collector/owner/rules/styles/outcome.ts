/** What is told of the rules: notices, figures, changes. */
export const outcomeOfRules = /* css */ `
.notices {
  margin: 0;
  padding-left: 1.125rem;
}

.notices li + li {
  margin-top: 0.5rem;
}

.matrix {
  margin-top: 0.75rem;
  font-size: 0.9375rem;
}

.matrix :is(th, td) {
  padding: 0.375rem 0.375rem 0.375rem 0;
}

.matrix :is(td, thead th:not(:first-child)) {
  text-align: right;
  font-variant-numeric: tabular-nums;
}

.matrix,
.figures {
  overflow-wrap: normal;
}

.matrix :is(small, thead th) {
  font-size: 0.75rem;
}

.matrix .over,
.notices .over {
  color: var(--red);
}

.matrix .present {
  background: var(--wash);
}

.tabs {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem;
  margin-bottom: 1rem;
}

.tabs a {
  padding: 0.375rem 0.75rem;
  border: 1px solid var(--rule);
  border-radius: 0.5rem;
  color: inherit;
  text-decoration: none;
}

.tabs [aria-current] {
  border-color: var(--red);
}

.changes th {
  font-weight: 400;
}

.changes td {
  white-space: pre-line;
}
`;
