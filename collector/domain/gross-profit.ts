import { proportionOf, rateOf } from "./money.ts";
import type { Program } from "./program.ts";

/** What was sold. Amounts in minor units of the programme's currency; `null` where nothing was stated. */
export interface Sale {
  amountMinor: number | null;
  grossProfitMinor: number | null;
  marginClass: string | null;
  /** Sum of all refunds. */
  refundedMinor: number;
}

export interface Basis {
  /** What is left of the first payment after refunds. */
  paymentMinor: number | null;
  /** That payment times the step's months. */
  saleMinor: number | null;
  /** Its gross profit, over the same months. */
  grossMinor: number | null;
  /** The sale named a class of goods that the programme does not know: the default margin was used. */
  unknownMarginClass: boolean;
}

/**
 * What rates, cap and guardrail are taken of. A stated gross profit beats the margin of the class of goods, and shrinks
 * with refunds in proportion: floor(gross x left / amount).
 */
export function grossProfit(
  margins: Program["margins"],
  sale: Sale,
  months = 1,
): Basis {
  const { amountMinor, grossProfitMinor, marginClass } = sale;
  const paymentMinor =
    amountMinor === null ? null : Math.max(0, amountMinor - sale.refundedMinor);
  const saleMinor = paymentMinor === null ? null : paymentMinor * months;
  const basis = { paymentMinor, saleMinor, unknownMarginClass: false };

  if (grossProfitMinor !== null) {
    const stated = Math.max(0, grossProfitMinor) * months;
    const grossMinor =
      amountMinor === null || paymentMinor === null || amountMinor === 0
        ? stated
        : proportionOf(stated, paymentMinor, amountMinor);
    return { ...basis, grossMinor };
  }
  if (saleMinor === null) return { ...basis, grossMinor: null };

  // `hasOwn`: a class may be called "constructor".
  const ofClass =
    marginClass !== null && Object.hasOwn(margins, marginClass)
      ? margins[marginClass]
      : undefined;
  return {
    ...basis,
    grossMinor: rateOf(saleMinor, ofClass ?? margins.default),
    unknownMarginClass: marginClass !== null && ofClass === undefined,
  };
}
