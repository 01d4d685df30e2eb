import { writeCsv } from "../domain/csv.ts";
import { decimalText, minorDigits } from "../domain/money.ts";
import type { YearlyTotal } from "./payout-totals.ts";

/** What everybody got in a year as a table: one line for each person and currency, amounts in the major unit. */
export function totalsCsv(year: number, totals: YearlyTotal[]): string {
  return writeCsv([
    [
      "year",
      "payee",
      "member",
      "externalId",
      "name",
      "email",
      "currency",
      "paid",
      "takenBack",
      "gifts",
      "total",
      "totalMinor",
    ],
    ...totals.map((one) => {
      // As numbers: a text that begins with a minus would be taken for a formula.
      const amount = (minor: number) =>
        Number(decimalText(minor, minorDigits(one.currency)));
      return [
        year,
        one.payee,
        one.member,
        one.externalId,
        one.name,
        one.email,
        one.currency,
        amount(one.paidMinor),
        amount(one.compensatedMinor),
        amount(one.giftsMinor),
        amount(one.totalMinor),
        one.totalMinor,
      ];
    }),
  ]);
}
