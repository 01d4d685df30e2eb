/** Buttons, fields and the forms that need a layout of their own. */
export const formStyle = /* css */ `.new-endpoint {
  display: grid;
  gap: 1rem;
  max-width: 42rem;
}

.new-endpoint .check + .check {
  margin-top: 0.375rem;
}

button {
  min-height: 2.25rem;
  padding: 0.25rem 0.875rem;
  border: 1px solid var(--edge);
  border-radius: 0.375rem;
  background: var(--paper);
  color: inherit;
  font: inherit;
  font-size: 0.875rem;
  cursor: pointer;
}

button:hover {
  background: var(--wash);
}

.danger {
  border-color: var(--red);
  color: var(--red);
}

.plain {
  min-height: 0;
  padding: 0.25rem 0;
  border: 0;
  background: none;
  color: var(--soft);
  text-decoration: underline;
  text-underline-offset: 0.2em;
}

label {
  font-size: 0.875rem;
}

input,
select {
  max-width: 100%;
  min-height: 2.25rem;
  padding: 0.25rem 0.625rem;
  border: 1px solid var(--edge);
  border-radius: 0.375rem;
  background: var(--paper);
  color: inherit;
  font: inherit;
}

.login {
  display: grid;
  gap: 0.375rem;
  max-width: 22rem;
}

.login button {
  min-height: 2.75rem;
  margin-top: 0.75rem;
  border-color: var(--red);
  background: var(--red);
  color: var(--on-red);
  font-size: 1rem;
  font-weight: 600;
}

.login .hint {
  margin: 0;
}

.lines {
  display: grid;
  justify-items: start;
  gap: 0.75rem;
}

.lines label {
  display: grid;
  gap: 0.25rem;
  width: min(42rem, 100%);
}

.lines textarea {
  padding: 0.5rem 0.625rem;
  border: 1px solid var(--edge);
  border-radius: 0.375rem;
  background: var(--paper);
  color: inherit;
  font: 0.9375rem / 1.6 var(--mono);
  resize: vertical;
}

.lines .hint {
  margin: 0;
}

.filter {
  display: flex;
  flex-wrap: wrap;
  align-items: end;
  gap: 0.5rem 0.75rem;
  margin-bottom: 1.5rem;
}

.filter label {
  display: grid;
  grid-template-columns: minmax(0, auto);
  max-width: 100%;
  gap: 0.25rem;
}

.filter .hint {
  flex-basis: 100%;
  margin: 0;
}`;
