import { writeCsv } from "../domain/csv.ts";
import { minorDigits } from "../domain/money.ts";
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
      decimal(payee.amountMinor, currency),
    ]),
  ]);
}

/** `1234` of USD as `12.34`, without a detour through fractions. */
function decimal(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency);
  const padded = String(amountMinor).padStart(digits + 1, "0");
  const point = padded.length - digits;
  return digits
    ? `${padded.slice(0, point)}.${padded.slice(point)}`
    : String(amountMinor);
}
