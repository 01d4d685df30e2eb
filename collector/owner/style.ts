import { rulesStyle } from "./rules/style.ts";

/** The style sheet of the owner's pages. */
export const style = /* css */ `:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --wash: #f6f4f2;
  --ink: #211d1c;
  --soft: #665e5b;
  --rule: #dfd9d5;
  --edge: #8a817d;
  --red: #c2263f;
  --on-red: #ffffff;
  --good: #1d6b45;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, monospace;
}

@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191716;
    --wash: #242120;
    --ink: #f0ebe8;
    --soft: #b3a9a5;
    --rule: #3b3634;
    --edge: #8a817d;
    --red: #ff8496;
    --on-red: #2a060c;
    --good: #7fcfa5;
  }
}

* {
  box-sizing: border-box;
}

body {
  max-width: 64rem;
  margin: 0 auto;
  padding: 0 1rem 3rem;
  background: var(--paper);
  color: var(--ink);
  font:
    1rem / 1.6 system-ui,
    "Hiragino Sans",
    "Noto Sans JP",
    "Noto Sans CJK JP",
    sans-serif;
  overflow-wrap: anywhere;
}

h1 {
  margin: 2rem 0 1rem;
  font-size: 1.625rem;
  line-height: 1.3;
}

h2 {
  margin: 2.5rem 0 0.75rem;
  font-size: 1.125rem;
  line-height: 1.4;
}

h3 {
  margin: 2rem 0 0.5rem;
  font-size: 1rem;
}

a {
  color: var(--red);
  text-underline-offset: 0.2em;
}

code {
  font: 0.9em var(--mono);
}

small {
  display: block;
  color: var(--soft);
  font-size: 0.8125rem;
  font-weight: 400;
}

:focus-visible {
  outline: 3px solid var(--red);
  outline-offset: 2px;
}

.skip:not(:focus) {
  position: absolute;
  left: -100vw;
}

.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
}

header {
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

.places {
  display: flex;
  flex-wrap: wrap;
  flex: 1;
  gap: 0 1.125rem;
}

.places a {
  padding: 0.25rem 0;
  border-bottom: 2px solid transparent;
  color: inherit;
  font-size: 0.9375rem;
  text-decoration: none;
}

.places a:hover {
  border-color: var(--rule);
}

.places [aria-current] {
  border-color: var(--red);
  font-weight: 600;
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

@media (max-width: 48rem) {
  .places {
    order: 1;
    flex-basis: 100%;
  }
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
  background: var(--paper);
}

.new-endpoint {
  display: grid;
  gap: 1rem;
  max-width: 42rem;
}

.news.done {
  border-color: var(--good);
}

.news.problem {
  border-color: var(--red);
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
  min-height: 2.25rem;
  padding: 0.25rem 0.625rem;
  border: 1px solid var(--edge);
  border-radius: 0.375rem;
  background: var(--paper);
  color: inherit;
  font: inherit;
}

.hidden {
  display: none;
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
  gap: 0.25rem;
}

.filter .hint {
  flex-basis: 100%;
  margin: 0;
}

pre {
  max-width: 100%;
  margin: 0;
  padding: 0.875rem 1rem;
  border-radius: 0.375rem;
  background: var(--wash);
  line-height: 1.55;
  overflow-x: auto;
  overflow-wrap: normal;
  user-select: all;
}

table {
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

.line {
  display: block;
}

.state,
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
  cursor: pointer;
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
  .figures :is(th, td) {
    font-size: 0.9375rem;
  }

  dl {
    grid-template-columns: 1fr;
    gap: 0;
  }

  dd {
    margin-bottom: 0.625rem;
  }

  .cards,
  .cards tbody,
  .cards tr,
  .cards td {
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
    position: relative;
    padding: 0.375rem 0 0.375rem 6.5rem;
    border: 0;
  }

  .cards td::before {
    content: attr(data-label);
    position: absolute;
    top: 0.5rem;
    left: 0;
    width: 6rem;
    color: var(--soft);
    font-size: 0.8125rem;
  }

  .cards td:empty {
    display: none;
  }
}

${rulesStyle}`;
