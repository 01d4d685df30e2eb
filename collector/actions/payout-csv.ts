import { writeCsv } from "../domain/csv.ts";
import { decimalText, minorDigits } from "../domain/money.ts";
import type { PayoutAnswer } from "./answer-payout.ts";

/** A run as a table: one line for each person who is to be paid. */
export function payoutCsv({ id, currency, payees }: PayoutAnswer): string {
  return writeCsv([
    [
      "payout",
      "payee",
      "member",
      "externalId",
      "name",
      "email",
      "rewards",
      "currency",
      "amountMinor",
      "amount",
    ],
    ...payees.map((payee) => [
      id,
      payee.payee,
      payee.member,
      payee.externalId,
      payee.name,
      payee.email,
      payee.rewards.length,
      currency,
      payee.amountMinor,
      decimalText(payee.amountMinor, minorDigits(currency)),
    ]),
  ]);
}
