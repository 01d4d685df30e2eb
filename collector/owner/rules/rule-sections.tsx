/** @jsxImportSource hono/jsx */
import { BoostsSection } from "./boosts-section.tsx";
import {
  BoundsSection,
  LawSection,
  LimitsSection,
} from "./bounds-sections.tsx";
import { DisplaySection } from "./display-section.tsx";
import {
  CreditSection,
  MarginsSection,
  ProgramSection,
  StepsSection,
} from "./program-sections.tsx";
import type { Rules } from "./section.tsx";

/** Every field of the rules, in the order in which an owner thinks of them. */
export function RuleSections({ form, action }: Rules) {
  return (
    <>
      <ProgramSection form={form} />
      <StepsSection form={form} action={action} />
      <MarginsSection form={form} action={action} />
      <CreditSection form={form} />
      <BoundsSection form={form} />
      <LawSection form={form} />
      <LimitsSection form={form} action={action} />
      <BoostsSection form={form} action={action} />
      <DisplaySection form={form} action={action} />
    </>
  );
}
