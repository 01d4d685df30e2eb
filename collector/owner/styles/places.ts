/** The way to the places: two lines of them where there is room, a button with a list on a phone. */
export const placesStyle = /* css */ `.places ul {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.125rem;
  margin: 0;
  padding: 0;
  list-style: none;
}

.places a {
  display: inline-block;
  padding: 0.25rem 0;
  border-bottom: 2px solid transparent;
  color: inherit;
  font-size: 0.9375rem;
  text-decoration: none;
  white-space: nowrap;
}

.places ul + ul a {
  color: var(--soft);
  font-size: 0.875rem;
}

.places a:hover {
  border-color: var(--rule);
}

.places [aria-current],
.places ul + ul [aria-current] {
  border-color: var(--red);
  color: inherit;
  font-weight: 600;
}

.badge {
  display: inline-block;
  min-width: 1.375rem;
  margin-left: 0.375rem;
  padding: 0 0.375rem;
  border-radius: 1rem;
  background: var(--red);
  color: var(--on-red);
  font-size: 0.75rem;
  font-weight: 600;
  line-height: 1.375rem;
  text-align: center;
}

@media (min-width: 48.01rem) {
  .menu {
    display: none;
  }

  /* Shown whether it was opened or not. */
  .places {
    display: block;
    position: static;
    flex: 1;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    overflow: visible;
  }
}

@media (max-width: 48rem) {
  .menu {
    order: 1;
    display: flex;
    flex-basis: 100%;
    gap: 0.75rem;
    align-items: center;
    min-height: 2.75rem;
  }

  .menu strong {
    margin-right: auto;
  }

  .places {
    inset: 6rem 1rem auto;
    width: auto;
    max-height: calc(100vh - 7rem);
    margin: 0;
    padding: 0.5rem 1rem;
    border: 1px solid var(--edge);
    border-radius: 0.5rem;
    background: var(--paper);
    color: inherit;
  }

  .places::backdrop {
    background: rgb(0 0 0 / 0.4);
  }

  .places ul {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0 1rem;
    padding: 0.375rem 0;
  }

  .places ul + ul {
    border-top: 1px solid var(--rule);
  }

  .places a {
    padding: 0.5rem 0;
  }
}`;
