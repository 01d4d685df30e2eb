/** What stands around every page, and above its content. */
export const frameStyle = /* css */ `header {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.25rem 1.5rem;
  padding: 0.75rem 0;
  border-bottom: 1px solid var(--rule);
}

.brand {
  color: inherit;
  font-weight: 700;
  text-decoration: none;
}

.brand span {
  color: var(--red);
}

.corner {
  display: flex;
  gap: 1rem;
  margin-left: auto;
  font-size: 0.875rem;
}

.corner a {
  padding: 0.25rem 0;
  color: var(--soft);
}

footer {
  margin-top: 3rem;
  color: var(--soft);
  font-size: 0.8125rem;
}

.intro {
  max-width: 42rem;
  margin: 0 0 1.5rem;
}

.hint {
  max-width: 42rem;
  margin: 0.5rem 0 0;
  color: var(--soft);
  font-size: 0.875rem;
}

.hint + :is(details, dl) {
  margin-top: 0.5rem;
}

.empty {
  padding: 2rem 0;
  color: var(--soft);
}

.news {
  max-width: 42rem;
  margin: 0 0 1.25rem;
  padding: 0.625rem 0.875rem;
  border-left: 3px solid var(--edge);
  background: var(--wash);
}

.news > :is(p, ul) {
  margin: 0;
}

.news > pre {
  margin-top: 0.5rem;
}

.news.done {
  border-color: var(--good);
}

.news.problem {
  border-color: var(--red);
}`;
