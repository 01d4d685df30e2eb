/** Colours, type and what every element begins with. */
export const baseStyle = /* css */ `:root {
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

summary {
  padding: 0.375rem 0;
  cursor: pointer;
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

.hidden {
  display: none;
}

pre {
  margin: 0;
  padding: 0.875rem 1rem;
  border-radius: 0.375rem;
  line-height: 1.55;
  overflow-wrap: normal;
  user-select: all;
}

.line {
  display: block;
}`;
