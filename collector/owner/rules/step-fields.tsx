/** @jsxImportSource hono/jsx */
import { type FormView, SelectField, TextField } from "./controls.tsx";
import { SideFields } from "./side-fields.tsx";

export function StepFields({ form, row }: { form: FormView; row: number }) {
  const { options, days } = form.view.words.rules;
  const { currency } = form;
  const at = `steps[${row}]`;
  return (
    <>
      <TextField form={form} name={`${at}.on`} list="stages" />
      <TextField form={form} name={`${at}.holdDays`} unit={days} isFigure />
      <SideFields form={form} at={at} to="referrer" />
      <SideFields form={form} at={at} to="friend" />
      <SelectField form={form} name={`${at}.base`} options={options.base} />
      <TextField form={form} name={`${at}.months`} isFigure />
      <TextField form={form} name={`${at}.cap.ofGrossBps`} unit="%" isFigure />
      <TextField
        form={form}
        name={`${at}.cap.fixedMinor`}
        unit={currency}
        isFigure
      />
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
      <TextField form={form} name={`${at}.overflow.name`} />
      <TextField
        form={form}
        name={`${at}.overflow.valueMinor`}
        unit={currency}
        isFigure
      />
    </>
  );
}
