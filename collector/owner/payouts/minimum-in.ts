import { minorDigits } from "../../domain/money.ts";
import { moneyFrom } from "../rules/field-text.ts";

/** What was typed as the least to pay, in minor units; `null` for what is no amount. */
export function minimumIn(text: string, currency: string): number | null {
  if (text.trim() === "") return 0;
  const minor = moneyFrom(text, currency);
  if (typeof minor === "number") return minor < 0 ? null : minor;
  // More digits than the currency has: whoever asks for 10.50 and is shown yen means at least 11.
  const major = Number(text.normalize("NFKC").replace(/[\s,]/g, ""));
  return Number.isFinite(major) && major >= 0
    ? Math.ceil(major * 10 ** minorDigits(currency))
    : null;
}
