/** @jsxImportSource hono/jsx */
import { CheckField, SelectField, TextField } from "./controls.tsx";
import { stepOptions } from "./row-names.ts";
import { Rows } from "./rows.tsx";
import { type Rules, Section } from "./section.tsx";

/** What both sides together may cost. */
export function BoundsSection({ form }: Pick<Rules, "form">) {
  const { options } = form.view.words.rules;
  return (
    <Section form={form} name="bounds">
      <TextField form={form} name="guardrail.maxBps" unit="%" isFigure />
      <SelectField
        form={form}
        name="guardrail.base"
        options={{
          sale: options.base.sale,
          gross_profit: options.base.gross_profit,
        }}
      />
      <TextField form={form} name="guardrail.minRoiPercent" unit="%" isFigure />
      <SelectField
        form={form}
        name="guardrail.action"
        options={options.guardrail}
      />
      <TextField form={form} name="budgetMinor" unit={form.currency} isFigure />
    </Section>
  );
}

/** What the law allows. */
export function LawSection({ form }: Pick<Rules, "form">) {
  const { options } = form.view.words.rules;
  return (
    <Section form={form} name="law">
      <SelectField
        form={form}
        name="legal.jurisdiction"
        options={options.jurisdiction}
      />
      <SelectField form={form} name="legal.action" options={options.legal} />
      <TextField
        form={form}
        name="legal.lowestSaleMinor"
        unit={form.currency}
        isFigure
      />
      <CheckField form={form} name="legal.referrersLimitedToPurchasers" />
    </Section>
  );
}

/** How much one member may earn. */
export function LimitsSection({ form, action }: Rules) {
  const { allSteps, options, sections } = form.view.words.rules;
  return (
    <Section form={form} name="limits">
      <Rows
        form={form}
        list="limits"
        action={action}
        title={(row) => `${sections.limits} ${row + 1}`}
        row={(row) => (
          <>
            <SelectField
              form={form}
              name={`limits[${row}].on`}
              options={{ "": allSteps, ...stepOptions(form) }}
            />
            <TextField form={form} name={`limits[${row}].max`} isFigure />
            <SelectField
              form={form}
              name={`limits[${row}].unit`}
              options={{ ...options.unit, money: form.currency }}
            />
            <SelectField
              form={form}
              name={`limits[${row}].window`}
              options={options.window}
            />
          </>
        )}
      />
    </Section>
  );
}
