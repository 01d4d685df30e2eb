import { moneyFrom } from "../rules/field-text.ts";

/** An amount in the major unit as it was typed; `undefined` where nothing was, `null` where it is no amount. */
export function amountTyped(
  typed: string,
  currency: string | null,
): number | null | undefined {
  if (typed.trim() === "") return undefined;
  const amount = currency === null ? null : moneyFrom(typed, currency);
  return typeof amount === "number" && amount >= 0 ? amount : null;
}
