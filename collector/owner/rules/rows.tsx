/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { DoButton, type FormView } from "./controls.tsx";
import { type ListName, rowMark, rowsOf } from "./form-fields.ts";

/** A list of the rules: each row can be taken out, and one more added. */
export function Rows(props: {
  form: FormView;
  list: ListName;
  action: string;
  title(row: number): string;
  row(row: number): Child;
}) {
  const { form, list, action, title, row: content } = props;
  const w = form.view.words.rules;
  const rows = rowsOf(form.fields, list);
  const error = form.errors.get(list);
  return (
    <>
      {rows.length === 0 ? <p class="hint">{w.noRows}</p> : null}
      {rows.map((row) => (
        <fieldset class="row" id={`${list}-${row}`}>
          <legend>{title(row)}</legend>
          <input type="hidden" name={rowMark(list, row)} value="1" />
          <div class="fields">{content(row)}</div>
          <DoButton
            value={`remove-${list}-${row}`}
            action={action}
            to={list}
            label={`${w.remove}: ${title(row)}`}
            isPlain
          >
            {w.remove}
          </DoButton>
        </fieldset>
      ))}
      {error ? <small class="error">{error}</small> : null}
      <p id={list} class="add">
        <DoButton
          value={`add-${list}`}
          action={action}
          to={`${list}-${rows.length}`}
        >
          {w.add[list]}
        </DoButton>
      </p>
    </>
  );
}
