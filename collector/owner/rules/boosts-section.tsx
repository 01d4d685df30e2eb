/** @jsxImportSource hono/jsx */
import { SelectField, TextField } from "./controls.tsx";
import { stepOptions } from "./row-names.ts";
import { Rows } from "./rows.tsx";
import { type Rules, Section } from "./section.tsx";
import { SideFields } from "./side-fields.tsx";

/** Times at which a step pays otherwise. */
export function BoostsSection({ form, action }: Rules) {
  const { boost } = form.view.words.rules;
  const steps = stepOptions(form);
  return (
    <Section form={form} name="boosts">
      <Rows
        form={form}
        list="boosts"
        action={action}
        title={(row) => boost(row + 1)}
        row={(row) => (
          <>
            <SelectField
              form={form}
              name={`boosts[${row}].on`}
              options={steps}
            />
            <TextField
              form={form}
              name={`boosts[${row}].from`}
              type="datetime-local"
            />
            <TextField
              form={form}
              name={`boosts[${row}].to`}
              type="datetime-local"
            />
            <SideFields
              form={form}
              at={`boosts[${row}]`}
              to="referrer"
              mayStay
            />
            <SideFields form={form} at={`boosts[${row}]`} to="friend" mayStay />
          </>
        )}
      />
    </Section>
  );
}
