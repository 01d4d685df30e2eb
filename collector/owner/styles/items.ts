/** States, acts, cards and lists of facts. */
export const itemStyle = /* css */ `.state,
.tag {
  display: inline-block;
  padding: 0 0.5rem;
  border: 1px solid var(--edge);
  border-radius: 1rem;
  font-size: 0.8125rem;
  font-weight: 400;
}

.state:is(.confirmed, .paid, .active) {
  border-color: var(--good);
  color: var(--good);
}

.state:is(.void, .suspended) {
  color: var(--soft);
}

.acts {
  display: flex;
  flex-wrap: wrap;
  align-items: start;
  gap: 0.5rem;
}

.acts > a {
  padding: 0.25rem 0;
  font-size: 0.875rem;
}

.void summary {
  padding: 0.4rem 0.25rem;
  color: var(--soft);
  font-size: 0.875rem;
}

.void form {
  display: grid;
  gap: 0.5rem;
  width: min(16rem, 100%);
  padding: 0.5rem 0;
}

.void label {
  display: grid;
  gap: 0.25rem;
}

.order {
  margin-top: 1.5rem;
  padding: 1rem 1.125rem;
  border: 1px solid var(--rule);
  border-radius: 0.5rem;
}

.order h2 {
  margin: 0 0 0.75rem;
}

.order .acts {
  margin-top: 1rem;
}

.item {
  display: block;
}

dl {
  display: grid;
  grid-template-columns: minmax(8rem, max-content) 1fr;
  gap: 0.375rem 1.5rem;
  max-width: 48rem;
  margin: 0;
}

dt {
  color: var(--soft);
}

dd {
  margin: 0;
}

.paging {
  display: flex;
  gap: 1.5rem;
  padding: 1rem 0;
}

@media (max-width: 40rem) {
  dl {
    grid-template-columns: 1fr;
    gap: 0;
  }

  dd {
    margin-bottom: 0.625rem;
  }
}`;
