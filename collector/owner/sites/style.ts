export const sitesStyle = /* css */ `.site-bar {
  display: flex;
  align-items: center;
  gap: 0.375rem 0.625rem;
  padding: 0.5rem 0;
  border-bottom: 1px solid var(--rule);
  font-size: 0.875rem;
}

.site-bar :is(label, a, button) {
  flex: none;
}

.site-bar select {
  flex: 0 1 22rem;
  width: 8rem;
  min-width: 0;
}

.trial {
  margin: 0;
  padding: 0.375rem 0.875rem;
  background: repeating-linear-gradient(
    -45deg,
    var(--wash) 0 1rem,
    var(--rule) 1rem 2rem
  );
  border-bottom: 2px solid var(--red);
  font-size: 0.875rem;
}

.site-tabs {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.125rem;
  margin-bottom: 1.5rem;
  border-bottom: 1px solid var(--rule);
}

.site-tabs a {
  padding: 0.375rem 0;
  border-bottom: 3px solid transparent;
  color: inherit;
  text-decoration: none;
}

.site-tabs a:hover {
  border-color: var(--rule);
}

.site-tabs [aria-current] {
  border-color: var(--red);
  font-weight: 600;
}

.adding {
  margin-top: 1.5rem;
}

.adding > summary {
  width: fit-content;
  padding: 0.5rem 0;
}

.adding > summary h2 {
  display: inline;
  margin: 0;
}

.hint + :is(pre, .news, .filter, .confirm) {
  margin-top: 0.75rem;
}

table + .filter {
  margin-top: 1rem;
}

pre + .news {
  margin-top: 0.75rem;
}

.filter + .confirm {
  margin-top: -0.75rem;
}

.choices {
  display: grid;
  gap: 0.75rem;
  max-width: 42rem;
  margin: 0 0 0.75rem;
  padding: 0;
  border: 0;
}

.choices legend {
  padding: 0 0 0.375rem;
  font-size: 0.875rem;
}

.choices label {
  display: grid;
  grid-template-columns: auto 1fr;
  gap: 0 0.625rem;
  align-items: start;
}

.choices input {
  min-height: 0;
  margin: 0.25rem 0 0;
}

.choices small {
  grid-column: 2;
}

.lines :is(input[type="text"], input[type="file"], select) {
  width: 100%;
}

.lines :is(input.short, select.short) {
  width: 14rem;
  max-width: 100%;
}

.confirm {
  max-width: 42rem;
}

.confirm > summary {
  width: fit-content;
  padding: 0.4rem 0.25rem;
  color: var(--soft);
  font-size: 0.875rem;
}

.confirm > form {
  display: grid;
  justify-items: start;
  gap: 0.625rem;
  padding: 0.625rem 0.875rem;
  border-left: 3px solid var(--red);
  background: var(--wash);
}

.confirm p {
  margin: 0;
}

.troubles {
  max-width: 42rem;
  padding: 0;
  list-style: none;
}

.troubles > li {
  margin-bottom: 1rem;
  padding: 0.625rem 0.875rem;
  border-left: 3px solid var(--red);
  background: var(--wash);
}

.troubles :is(p, pre, form) {
  margin: 0 0 0.5rem;
}

.troubles pre {
  background: var(--paper);
}`;
