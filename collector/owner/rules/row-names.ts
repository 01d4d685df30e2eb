import type { FormView } from "./controls.tsx";
import { stepName } from "./facts-of.ts";
import { rowsOf } from "./form-fields.ts";

/** The steps that the form has now, by the reader's word for each. */
export function stepOptions(form: FormView): Record<string, string> {
  const names = rowsOf(form.fields, "steps")
    .map((row) => form.fields.get(`steps[${row}].on`)?.trim() ?? "")
    .filter(Boolean);
  return Object.fromEntries(names.map((on) => [on, stepName(form.view, on)]));
}

/** When a step's rewards are given, in the reader's words. */
export function stepTitle({ view, fields }: FormView, row: number): string {
  const { program, rules } = view.words;
  const on = fields.get(`steps[${row}].on`)?.trim() ?? "";
  if (on === "") return `${rules.facts.step} ${row + 1}`;
  return Object.hasOwn(program.steps, on)
    ? program.steps[on as keyof typeof program.steps]
    : program.step(on);
}

/** What the rows of a list are headed by: the name that was given to each, else their number. */
export function rowNames(
  { view, fields }: FormView,
  list: "margins" | "texts",
): (row: number) => string {
  const fallback = view.words.rules.fields[`${list}[].name`] ?? "";
  return (row) =>
    fields.get(`${list}[${row}].name`) || `${fallback} ${row + 1}`;
}
