/** @jsxImportSource hono/jsx */
import { CheckField, SelectField, TextField } from "./controls.tsx";
import { rowNames, stepTitle } from "./row-names.ts";
import { Rows } from "./rows.tsx";
import { type Rules, Section } from "./section.tsx";
import { StepFields } from "./step-fields.tsx";

/** What the programme is, for whom and when. */
export function ProgramSection({ form }: Pick<Rules, "form">) {
  const { options } = form.view.words.rules;
  return (
    <Section form={form} name="programme">
      <TextField form={form} name="name" isWide />
      <SelectField form={form} name="state" options={options.state} />
      <SelectField form={form} name="audience" options={options.audience} />
      <TextField form={form} name="startsAt" type="datetime-local" />
      <TextField form={form} name="endsAt" type="datetime-local" />
      <TextField form={form} name="timeZone" />
      <TextField form={form} name="currency" />
    </Section>
  );
}

/** What each step pays to whom. */
export function StepsSection({ form, action }: Rules) {
  return (
    <Section form={form} name="steps">
      <Rows
        form={form}
        list="steps"
        action={action}
        title={(row) => stepTitle(form, row)}
        row={(row) => <StepFields form={form} row={row} />}
      />
      <datalist id="stages">
        <option value="lead" />
        <option value="sale" />
      </datalist>
    </Section>
  );
}

/** What is earned with a sale, by class of goods. */
export function MarginsSection({ form, action }: Rules) {
  return (
    <Section form={form} name="margins">
      <TextField form={form} name="margins.default" unit="%" isFigure />
      <Rows
        form={form}
        list="margins"
        action={action}
        title={rowNames(form, "margins")}
        row={(row) => (
          <>
            <TextField form={form} name={`margins[${row}].name`} />
            <TextField
              form={form}
              name={`margins[${row}].bps`}
              unit="%"
              isFigure
            />
          </>
        )}
      />
    </Section>
  );
}

/** Which touch is credited. */
export function CreditSection({ form }: Pick<Rules, "form">) {
  const { options, days } = form.view.words.rules;
  return (
    <Section form={form} name="credit">
      <SelectField
        form={form}
        name="attribution.credit"
        options={options.credit}
      />
      <TextField
        form={form}
        name="attribution.windowDays"
        unit={days}
        isFigure
      />
      <CheckField form={form} name="attribution.newCustomersOnly" />
    </Section>
  );
}
