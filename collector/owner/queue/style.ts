/** The queue, its tabs, the bar of acts on many, and the page before them. */
export const queueStyle = /* css */ `.kinds {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.25rem;
  margin-bottom: 1.25rem;
  border-bottom: 1px solid var(--rule);
}

.kinds a {
  padding: 0.375rem 0;
  border-bottom: 2px solid transparent;
  color: inherit;
  text-decoration: none;
}

.kinds [aria-current] {
  border-color: var(--red);
  font-weight: 600;
}

.count {
  margin-left: 0.375rem;
  color: var(--soft);
  font-size: 0.8125rem;
  font-weight: 400;
}

input:is([type="checkbox"], [type="radio"]) {
  width: 1.25rem;
  height: 1.25rem;
  min-height: 0;
  margin: 0.125rem 0.25rem 0.125rem 0;
  vertical-align: middle;
  accent-color: var(--red);
}

/* How many are ticked, counted without a script: the bar stands behind its boxes, and one counter spans both. */
main {
  counter-reset: ticked;
}

[form="bulk"]:checked {
  counter-increment: ticked;
}

body:has([form="bulk"]:checked) .ticked::before {
  content: "(" counter(ticked) ") ";
  color: var(--ink);
  font-weight: 600;
}

html:has(.bulk) {
  scroll-padding-bottom: 9rem;
}

.bulk {
  position: sticky;
  bottom: 0;
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 2rem;
  margin-top: 1.5rem;
  border-top: 1px solid var(--rule);
  padding: 0.75rem 1rem;
  border-radius: 0.5rem;
  background: var(--wash);
}

.bulk fieldset,
.answer fieldset {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem;
  min-width: 0;
  margin: 0;
  padding: 0;
  border: 0;
}

.answer fieldset {
  display: grid;
}

:is(.bulk, .answer) legend {
  padding: 0 0 0.25rem;
  color: var(--soft);
  font-size: 0.8125rem;
}

.bulk .hint {
  flex-basis: 100%;
  margin: 0;
}

@media (max-width: 40rem) {
  .bulk .hint,
  body:has([form="bulk"]:checked) .bulk fieldset + fieldset {
    display: none;
  }
}

.quiet {
  border-color: var(--rule);
}

.answer {
  display: grid;
  justify-items: start;
  gap: 0.75rem;
  max-width: 42rem;
  margin-top: 1rem;
}

.answer label {
  display: grid;
  gap: 0.25rem;
  width: 100%;
}

.answer .choice {
  display: flex;
  gap: 0.375rem;
  align-items: start;
}

.answer textarea {
  width: 100%;
  padding: 0.5rem 0.625rem;
  border: 1px solid var(--edge);
  border-radius: 0.375rem;
  background: var(--paper);
  color: inherit;
  font: inherit;
  resize: vertical;
}

.answer .hint {
  margin: 0;
}

.order .credit,
.hint + .acts {
  margin-top: 1rem;
}

.order .credit summary {
  padding: 0.25rem 0;
  font-size: 0.875rem;
}

.evidence {
  margin: 0.5rem 0 1rem;
  padding-left: 0.875rem;
  border-left: 2px solid var(--rule);
}

blockquote {
  margin: 0;
  white-space: pre-line;
}`;
