/** The style of the rules' form and what stands beside it. */
export const rulesStyle = /* css */ `
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

.fields {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
  align-items: start;
  gap: 0.875rem 1rem;
  margin-top: 0.75rem;
}

.fields > :is(.wide, fieldset, p) {
  grid-column: 1 / -1;
}

.field {
  display: grid;
  gap: 0.1875rem;
  margin: 0;
}

.field :is(input, select, textarea) {
  width: 100%;
  min-width: 0;
}

.field.check label {
  display: flex;
  align-items: center;
  gap: 0.625rem;
}

.field.check input {
  flex: none;
  width: 1.25rem;
  min-height: 1.25rem;
  accent-color: var(--red);
}

.with-unit {
  display: flex;
  align-items: center;
  gap: 0.375rem;
  color: var(--soft);
  font-size: 0.875rem;
  white-space: nowrap;
}

.with-unit input {
  color: var(--ink);
  font-size: 1rem;
}

.side:has(option:is([value="nothing"], [value="unchanged"]):checked)
  :is(.of-amount, .of-unit),
.side:has(option[value="perk"]:checked) .of-unit,
.side:not(:has(option[value="perk"]:checked)) .of-perk,
details:has(option[value="none"]:checked) .of-overflow {
  display: none;
}

.number {
  font-variant-numeric: tabular-nums;
}

textarea {
  padding: 0.375rem 0.625rem;
  border: 1px solid var(--edge);
  border-radius: 0.375rem;
  background: var(--paper);
  color: inherit;
  font: inherit;
}

[aria-invalid] {
  border-color: var(--red);
  outline: 1px solid var(--red);
}

.error,
.over {
  color: var(--red);
}

fieldset {
  min-width: 0;
  margin: 0;
  padding: 0.5rem 1rem 0.875rem;
  border: 1px solid var(--rule);
  border-radius: 0.5rem;
}

legend {
  padding: 0 0.375rem;
  font-weight: 600;
}

.side {
  padding: 0.25rem 0.875rem 0.75rem;
  border-color: transparent;
  background: var(--wash);
}

.side .fields {
  grid-template-columns: repeat(auto-fill, minmax(min(7.5rem, 100%), 1fr));
  margin: 0;
}

.side legend {
  float: left;
  width: 100%;
  padding: 0.375rem 0;
  font-size: 0.875rem;
}

.side .fields {
  clear: both;
}

.row > .plain {
  margin-top: 0.75rem;
  font-size: 0.875rem;
}

.add {
  margin: 0;
}

.main {
  min-height: 2.75rem;
  padding: 0.375rem 1.25rem;
  border-color: var(--red);
  background: var(--red);
  color: var(--on-red);
  font-size: 1rem;
  font-weight: 600;
}

.main:hover {
  background: var(--red);
  text-decoration: underline;
  text-underline-offset: 0.2em;
}

.bar,
.publish {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.5rem 1rem;
}

.bar {
  margin: 2rem 0 0;
  padding: 0.75rem 0;
  border-top: 1px solid var(--rule);
  background: var(--paper);
}

.bar .hint,
.publish .hint {
  margin: 0;
}

.publish {
  margin-top: 1.25rem !important;
}

/* Where there is room, and nothing else to press: beside a preview it would stand above "publish". */
@media (min-width: 64rem) and (min-height: 40rem) {
  .rules:not(:has(#outcome)) .bar {
    position: sticky;
    bottom: 0;
  }

  html:has(.bar) {
    scroll-padding-bottom: 6rem;
  }
}

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

:is(.in-words, .row) summary {
  padding: 0.375rem 0;
  cursor: pointer;
}

.changes th {
  font-weight: 400;
}

.changes td {
  white-space: pre-line;
}

@media (min-width: 40rem) {
  .side .field:first-child,
  .field:has([type="datetime-local"]) {
    grid-column: span 2;
  }
}

@media (max-width: 40rem) {
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
