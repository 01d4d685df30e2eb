/** The fields of the rules, alone and in rows. */
export const fieldsOfRules = /* css */ `
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
`;
