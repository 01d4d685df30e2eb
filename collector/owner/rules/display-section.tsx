/** @jsxImportSource hono/jsx */
import { AreaField, CheckField, TextField } from "./controls.tsx";
import { rowNames } from "./row-names.ts";
import { Rows } from "./rows.tsx";
import { type Rules, Section } from "./section.tsx";

/** What friends and members see. */
export function DisplaySection({ form, action }: Rules) {
  return (
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
        form={form}
        list="texts"
        action={action}
        title={rowNames(form, "texts")}
        row={(row) => (
          <>
            <TextField form={form} name={`texts[${row}].name`} />
            <AreaField form={form} name={`texts[${row}].text`} isWide />
          </>
        )}
      />
    </Section>
  );
}
