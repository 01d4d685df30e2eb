/** Tables, which become cards on a phone. */
export const tableStyle = /* css */ `table {
  width: 100%;
  border-collapse: collapse;
}

th,
td {
  padding: 0.625rem 0.75rem 0.625rem 0;
  border-bottom: 1px solid var(--rule);
  text-align: left;
  vertical-align: top;
}

.hint + table {
  margin-top: 0.75rem;
}

thead th {
  color: var(--soft);
  font-size: 0.8125rem;
  font-weight: 600;
}

.figures {
  max-width: 42rem;
}

.figures :is(td, thead th:not(:first-child)) {
  padding-right: 0;
  padding-left: 0.75rem;
  text-align: right;
}

.figures td {
  font-variant-numeric: tabular-nums;
  font-weight: 600;
  white-space: nowrap;
}

.figures small {
  white-space: nowrap;
}

.figures tbody th {
  font-weight: 400;
}

.figures thead th {
  color: var(--ink);
  font-size: 0.9375rem;
}

.figures .group th {
  padding: 1.25rem 0 0.25rem;
  color: var(--red);
  font-size: 0.8125rem;
  font-weight: 600;
}

.examples {
  max-width: 30rem;
  margin-top: 1rem;
}

caption {
  padding-bottom: 0.25rem;
  color: var(--soft);
  font-size: 0.875rem;
  text-align: left;
}

/* The shadows stay at the edges; what covers them scrolls along, so that one shows only where more is. */
.scroll,
pre {
  max-width: 100%;
  overflow-x: auto;
  background:
    linear-gradient(to right, var(--under) 30%, transparent) left / 2.5rem 100%
      no-repeat local,
    linear-gradient(to left, var(--under) 30%, transparent) right / 2.5rem 100%
      no-repeat local,
    linear-gradient(to right, var(--edge), transparent) left / 0.5rem 100%
      no-repeat scroll,
    linear-gradient(to left, var(--edge), transparent) right / 0.5rem 100%
      no-repeat scroll,
    var(--under);
}

.scroll {
  --under: var(--paper);

  overflow-wrap: normal;
}

pre {
  --under: var(--wash);
}

.news > pre {
  --under: var(--paper);
}

@media (max-width: 40rem) {
  .figures :is(th, td) {
    font-size: 0.9375rem;
  }

  .figures th:first-child {
    min-width: 6rem;
  }

  .figures :is(td, small) {
    white-space: normal;
    word-break: keep-all;
  }

  .cards,
  .cards tbody,
  .cards tr {
    display: block;
  }

  .cards thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .cards tr {
    margin-bottom: 1rem;
    padding: 0.5rem 0.875rem;
    border: 1px solid var(--rule);
    border-radius: 0.5rem;
  }

  .cards td {
    display: flow-root;
    padding: 0.375rem 0 0.375rem 6.5rem;
    border: 0;
  }

  /* Beside the text, and as high a cell as the longer of both. */
  .cards td::before {
    content: attr(data-label);
    float: left;
    width: 6rem;
    margin: 0.125rem 0 0 -6.5rem;
    color: var(--soft);
    font-size: 0.8125rem;
  }

  .cards td:empty {
    display: none;
  }
}`;
