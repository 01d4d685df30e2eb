import { writeCsv } from "../domain/csv.ts";
import type { OverflowAnswer } from "./list-overflows.ts";

/** Raffle entries and perks as a table, one line each: an entry is a lot, a perk is handed out. */
export function overflowCsv(overflows: OverflowAnswer[]): string {
  return writeCsv([
    [
      "reward",
      "kind",
      "name",
      "valueMinor",
      "aboveMinor",
      "currency",
      "state",
      "program",
      "on",
      "to",
      "givenAt",
      "takenBackAt",
      "payee",
      "member",
      "externalId",
      "payeeName",
      "email",
    ],
    ...overflows.map((one) => [
      one.reward,
      one.kind,
      one.name,
      one.valueMinor,
      one.aboveMinor,
      one.currency,
      one.state,
      one.program,
      one.on,
      one.to,
      instant(one.givenAt),
      one.takenBackAt === null ? null : instant(one.takenBackAt),
      one.for.payee,
      one.for.member,
      one.for.externalId,
      one.for.name,
      one.for.email,
    ]),
  ]);
}

/** Spreadsheets know this form, and none of epoch milliseconds. */
function instant(at: number): string {
  return new Date(at).toISOString();
}
