/** @jsxImportSource hono/jsx */
import { type FormView, SelectField, TextField } from "./controls.tsx";
import { SideFields } from "./side-fields.tsx";

export function StepFields({ form, row }: { form: FormView; row: number }) {
  const { options, days, more } = form.view.words.rules;
  const { currency } = form;
  const at = `steps[${row}]`;
  return (
    <>
      <TextField form={form} name={`${at}.on`} list="stages" />
      <TextField form={form} name={`${at}.holdDays`} unit={days} isFigure />
      <SideFields form={form} at={at} to="referrer" />
      <SideFields form={form} at={at} to="friend" />
      <SelectField form={form} name={`${at}.base`} options={options.base} />
      <TextField form={form} name={`${at}.cap.ofGrossBps`} unit="%" isFigure />
      <TextField
        form={form}
        name={`${at}.cap.fixedMinor`}
        unit={currency}
        isFigure
      />
      <details class="wide" open={saysMore(form, at)}>
        <summary>{more}</summary>
        <div class="fields">
          <TextField form={form} name={`${at}.months`} isFigure />
          <TextField
            form={form}
            name={`${at}.budgetMinor`}
            unit={currency}
            isFigure
          />
          <SelectField
            form={form}
            name={`${at}.overflow.kind`}
            options={options.overflow}
          />
          <TextField
            form={form}
            name={`${at}.overflow.name`}
            part="of-overflow"
          />
          <TextField
            form={form}
            name={`${at}.overflow.valueMinor`}
            part="of-overflow"
            unit={currency}
            isFigure
          />
        </div>
      </details>
    </>
  );
}

/** Whether one of the rarer fields says something, or is wrong. */
function saysMore({ fields, errors }: FormView, at: string): boolean {
  const months = fields.get(`${at}.months`)?.trim() || "1";
  const rarer = [
    "months",
    "budgetMinor",
    "overflow.name",
    "overflow.valueMinor",
  ];
  return (
    months !== "1" ||
    Boolean(fields.get(`${at}.budgetMinor`)) ||
    (fields.get(`${at}.overflow.kind`) ?? "none") !== "none" ||
    rarer.some((name) => errors.has(`${at}.${name}`))
  );
}
