import { conflict } from "../domain/conflict.ts";
import { DomainError } from "../domain/domain-error.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";

/** Why money goes back: the shop gave it, or the customer's bank took it. */
export type RefundReason = "refund" | "chargeback";

/**
 * An order once money has gone back, and how much it was: all that is left where a chargeback names no amount.
 * Throws `invalid_field` where more would go back than is left, `state_conflict` where nothing is.
 */
export function takenBack(
  row: ConversionRow,
  asked: { amountMinor: number | null; reason: RefundReason },
  now: number,
): { row: ConversionRow; amountMinor: number } {
  const left = (row.amount_minor ?? 0) - row.refunded_minor;
  const isChargeback = asked.reason === "chargeback";
  if (asked.amountMinor === null && !isChargeback)
    throw wrongAmount(
      "Expected an amount. Only a chargeback may leave it out, and then means all that is left.",
    );
  if (asked.amountMinor === null && left === 0)
    throw conflict(
      "nothing_left",
      "Nothing is left of this order that could be charged back.",
    );
  const amountMinor = asked.amountMinor ?? left;
  if (amountMinor > left)
    throw wrongAmount(
      `Expected at most ${left}, which is what is left of the order, and got ${amountMinor}.`,
    );
  return {
    row: {
      ...row,
      refunded_minor: row.refunded_minor + amountMinor,
      charged_back_at: row.charged_back_at ?? (isChargeback ? now : null),
    },
    amountMinor,
  };
}

function wrongAmount(message: string): DomainError {
  return new DomainError(
    "invalid_field",
    message,
    [{ path: "amountMinor", message }],
    "too_much_back",
  );
}
