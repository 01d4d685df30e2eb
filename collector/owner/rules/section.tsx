/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { FormView } from "./controls.tsx";

export interface Rules {
  form: FormView;
  /** Where the form is sent. */
  action: string;
}

/** A part of the rules, with its heading. */
export function Section(props: {
  form: FormView;
  name: keyof FormView["view"]["words"]["rules"]["sections"];
  children: Child;
}) {
  const { form, name, children } = props;
  const { sections, sectionHints } = form.view.words.rules;
  const hint = sectionHints[name];
  return (
    <section aria-labelledby={`section-${name}`}>
      <h2 id={`section-${name}`}>{sections[name]}</h2>
      {hint ? <p class="hint">{hint}</p> : null}
      <div class="fields">{children}</div>
    </section>
  );
}
