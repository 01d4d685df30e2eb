import { writeCsv } from "../domain/csv.ts";
import { decimalText, minorDigits } from "../domain/money.ts";
import { sumsByKind } from "../domain/sums-by-kind.ts";
import type { PayoutAnswer } from "./answer-payout.ts";

const columns = [
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
  "kinds",
] as const;

/** What a reader calls the columns and the kinds of reward, instead of the names that machines read. */
export interface PayoutCsvWords {
  columns: Record<(typeof columns)[number], string>;
  kind(kind: string): string;
}

/** A run as a table: one line for each person who is to be paid, with what it comes to of each kind of reward. */
export function payoutCsv(
  { id, currency, payees }: PayoutAnswer,
  words?: PayoutCsvWords,
): string {
  const amount = (minor: number) => decimalText(minor, minorDigits(currency));
  return writeCsv([
    columns.map((column) => words?.columns[column] ?? column),
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
      amount(payee.amountMinor),
      sumsByKind(payee.rewards)
        .map((sum) => {
          const kind = words?.kind(sum.kind) ?? sum.kind;
          return `${kind} ${amount(sum.amountMinor)}`;
        })
        .join("; "),
    ]),
  ]);
}
