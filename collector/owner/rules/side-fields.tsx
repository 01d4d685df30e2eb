/** @jsxImportSource hono/jsx */
import { type FormView, SelectField, TextField } from "./controls.tsx";

/** What one side gets: kind, amount and unit in one line, and a perk's name. */
export function SideFields(props: {
  form: FormView;
  /** Path of the step or campaign. */
  at: string;
  to: "referrer" | "friend";
  /** A campaign may leave a side as the step has it. */
  mayStay?: boolean;
}) {
  const { form, at, to, mayStay } = props;
  const w = form.view.words.rules;
  const name = `${at}.${to}`;
  const { unchanged, ...kinds } = w.kinds;
  return (
    <fieldset class="side">
      <legend>{w.side[to]}</legend>
      <div class="fields">
        <SelectField
          form={form}
          name={`${name}.kind`}
          label={w.side.kind}
          options={mayStay ? { unchanged, ...kinds } : kinds}
        />
        <TextField
          form={form}
          name={`${name}.amount`}
          label={w.side.amount}
          part="of-amount"
          isFigure
        />
        <SelectField
          form={form}
          name={`${name}.unit`}
          label={w.side.unit}
          part="of-unit"
          options={{ fixed: form.currency, rate: w.rateUnit }}
        />
        <TextField
          form={form}
          name={`${name}.name`}
          label={w.side.name}
          part="of-perk"
        />
      </div>
    </fieldset>
  );
}
