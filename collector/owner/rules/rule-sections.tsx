/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import {
  AreaField,
  CheckField,
  type FormView,
  SelectField,
  TextField,
} from "./controls.tsx";
import { stepName } from "./facts-of.ts";
import { type ListName, rowsOf } from "./form-fields.ts";
import { Rows } from "./rows.tsx";
import { SideFields } from "./side-fields.tsx";
import { StepFields } from "./step-fields.tsx";

/** Every field of the rules, in the order in which an owner thinks of them. */
export function RuleSections(props: { form: FormView; action: string }) {
  const { form, action } = props;
  const w = form.view.words.rules;
  const { options, days } = w;
  const { fields, currency } = form;
  const steps = stepOptions(form);
  const rows = (list: ListName) => ({ form, list, action });
  const named =
    (list: ListName, part: string, fallback: string) => (row: number) =>
      fields.get(`${list}[${row}].${part}`) || `${fallback} ${row + 1}`;
  const money = (name: string) => (
    <TextField form={form} name={name} unit={currency} isFigure />
  );
  return (
    <>
      <Section form={form} name="programme">
        <TextField form={form} name="name" isWide />
        <SelectField form={form} name="state" options={options.state} />
        <SelectField form={form} name="audience" options={options.audience} />
        <TextField form={form} name="startsAt" type="datetime-local" />
        <TextField form={form} name="endsAt" type="datetime-local" />
        <TextField form={form} name="timeZone" />
        <TextField form={form} name="currency" />
      </Section>
      <Section form={form} name="steps">
        <Rows
          {...rows("steps")}
          title={(row) => stepTitle(form, row)}
          row={(row) => <StepFields form={form} row={row} />}
        />
        <datalist id="stages">
          <option value="lead" />
          <option value="sale" />
        </datalist>
      </Section>
      <Section form={form} name="margins">
        <TextField form={form} name="margins.default" unit="%" isFigure />
        <Rows
          {...rows("margins")}
          title={named("margins", "name", w.fields["margins[].name"] ?? "")}
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
        <TextField
          form={form}
          name="guardrail.minRoiPercent"
          unit="%"
          isFigure
        />
        <SelectField
          form={form}
          name="guardrail.action"
          options={options.guardrail}
        />
        {money("budgetMinor")}
      </Section>
      <Section form={form} name="law">
        <SelectField
          form={form}
          name="legal.jurisdiction"
          options={options.jurisdiction}
        />
        <SelectField form={form} name="legal.action" options={options.legal} />
        {money("legal.lowestSaleMinor")}
        <CheckField form={form} name="legal.referrersLimitedToPurchasers" />
      </Section>
      <Section form={form} name="limits">
        <Rows
          {...rows("limits")}
          title={(row) => `${w.sections.limits} ${row + 1}`}
          row={(row) => (
            <>
              <SelectField
                form={form}
                name={`limits[${row}].on`}
                options={{ "": w.allSteps, ...steps }}
              />
              <TextField form={form} name={`limits[${row}].max`} isFigure />
              <SelectField
                form={form}
                name={`limits[${row}].unit`}
                options={{ ...options.unit, money: currency }}
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
      <Section form={form} name="boosts">
        <Rows
          {...rows("boosts")}
          title={(row) => w.boost(row + 1)}
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
              <SideFields
                form={form}
                at={`boosts[${row}]`}
                to="friend"
                mayStay
              />
            </>
          )}
        />
      </Section>
      <Section form={form} name="display">
        <TextField form={form} name="display.brand" />
        <TextField form={form} name="display.accent" />
        <TextField form={form} name="landingUrl" type="url" isWide />
        <CheckField form={form} name="display.landing" />
        <TextField form={form} name="display.logoUrl" type="url" isWide />
        <TextField form={form} name="display.pictureUrl" type="url" isWide />
        <TextField form={form} name="display.termsUrl" type="url" isWide />
        <TextField form={form} name="termsVersion" />
        <Rows
          {...rows("texts")}
          title={named("texts", "name", w.fields["texts[].name"] ?? "")}
          row={(row) => (
            <>
              <TextField form={form} name={`texts[${row}].name`} />
              <AreaField form={form} name={`texts[${row}].text`} isWide />
            </>
          )}
        />
      </Section>
    </>
  );
}

function Section(props: {
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

/** The steps that the form has now, by the reader's word for each. */
function stepOptions(form: FormView): Record<string, string> {
  const names = rowsOf(form.fields, "steps")
    .map((row) => form.fields.get(`steps[${row}].on`)?.trim() ?? "")
    .filter(Boolean);
  return Object.fromEntries(names.map((on) => [on, stepName(form.view, on)]));
}

/** When a step's rewards are given, in the reader's words. */
function stepTitle({ view, fields }: FormView, row: number): string {
  const { program, rules } = view.words;
  const on = fields.get(`steps[${row}].on`)?.trim() ?? "";
  if (on === "") return `${rules.facts.step} ${row + 1}`;
  return Object.hasOwn(program.steps, on)
    ? program.steps[on as keyof typeof program.steps]
    : program.step(on);
}
