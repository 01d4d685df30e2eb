/** What is pressed: the main button, the bar below the form, publishing. */
export const actsOfRules = /* css */ `
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
`;
