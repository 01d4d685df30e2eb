import type { FieldError } from "../domain/domain-error.ts";
import { expectation } from "./expectation.ts";

/** What a conversion cannot be recorded without. */
export function missingFacts(
  type: string,
  facts: {
    orderId: string | null;
    amountMinor: number | null;
    currency: string | null;
  },
): FieldError[] {
  const needed =
    type === "sale"
      ? (["orderId", "amountMinor", "currency"] as const)
      : (["orderId"] as const);
  return needed
    .filter((path) => facts[path] === null)
    .map((path) => ({
      path,
      message: expectation(needs[path], undefined),
    }));
}

const needs = {
  orderId: "the order's id",
  amountMinor: "the amount of the sale in minor units",
  currency: "the currency of the sale",
};
