import type { Check } from "./examine.ts";

type Texts = [title: string, good: string, bad: string, unknown?: string];

/** Findings that a check's own texts do not fit. */
export type Exception =
  | "unreached"
  | "keyFirst"
  | "besideBundle"
  | "settingUnsaid"
  | "listParam"
  | "listForms"
  | "cookieRefused"
  | "cookieLifeUnknown"
  | "cookieShort"
  | "cookieForbidden"
  | "keyMissing"
  | "keySecret"
  | "storageFull"
  | "failed";

/** What the doctor says in one language; each `{}` is a detail of the finding, in all languages in one order. */
export interface DoctorWords {
  title: string;
  again: string;
  close: string;
  good: string;
  bad: string;
  unknown: string;
  checks: Record<Check, Texts>;
  exceptions: Record<Exception, string>;
}
