import type { Basis } from "./gross-profit.ts";
import { rateOf } from "./money.ts";
import type { Amount, Step } from "./program.ts";

/**
 * What an amount of the rules comes to for a sale, before any brake, in minor units: a perk's value, a fixed amount, or
 * floor(base x rate). A fixed amount stays through partial refunds and is 0 once all is back, except for a lead.
 */
export function promisedAmount(
  amount: Amount,
  step: Step,
  basis: Basis,
): number {
  const isReturned = basis.paymentMinor === 0 && step.on !== "lead";
  if (amount.kind === "perk") return isReturned ? 0 : amount.valueMinor;
  if (amount.fixedMinor !== undefined)
    return isReturned ? 0 : amount.fixedMinor;
  const base = step.base === "sale" ? basis.saleMinor : basis.grossMinor;
  return rateOf(base ?? 0, amount.rateBps ?? 0);
}
