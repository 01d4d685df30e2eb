import { windowStart } from "../domain/calendar-window.ts";
import { selectPaidPeople, sumPaid } from "../storage/queries/payees.ts";
import { selectPrograms } from "../storage/queries/programs.ts";
import { allPages, defaultPageSize, type Page } from "./page.ts";
import { nobodyKnown, type Payee, payeesById } from "./payee.ts";
import type { Reading } from "./work.ts";

/** What one person got in one currency in a year. */
export type YearlyTotal = Payee & {
  currency: string;
  /** Rewards that became `paid`. */
  paidMinor: number;
  /** Taken back after payment: zero or negative. */
  compensatedMinor: number;
  /** Worth of the gift codes that they were given. */
  giftsMinor: number;
  totalMinor: number;
};

export interface YearlyTotals extends Page<YearlyTotal> {
  year: number;
  timeZone: string;
  from: number;
  /** Not included. */
  to: number;
}

/** The yearly total of everybody who was paid anything, from the ledger; a year of the first programme's time zone. */
export async function payoutTotals(
  reading: Reading,
  by: {
    siteId: string;
    year: number;
    cursor?: string | undefined;
    limit?: number | undefined;
  },
): Promise<YearlyTotals> {
  const { db } = reading;
  const limit = by.limit ?? defaultPageSize;
  const [first] = await selectPrograms(db, by.siteId);
  const timeZone = first?.program.timeZone ?? "UTC";
  const begin = (year: number) =>
    windowStart("year", Date.UTC(year, 6), timeZone);
  const span = {
    siteId: by.siteId,
    from: begin(by.year),
    to: begin(by.year + 1),
  };
  const found = await selectPaidPeople(db, span, {
    before: by.cursor ?? null,
    limit: limit + 1,
  });
  const people = found.slice(0, limit);
  return {
    year: by.year,
    timeZone,
    from: span.from,
    to: span.to,
    items: await totalsOf(reading, span, people),
    next: found.length > limit ? (people.at(-1) ?? null) : null,
  };
}

/** The same without pages. */
export function allTotals(
  reading: Reading,
  by: { siteId: string; year: number },
): Promise<YearlyTotal[]> {
  return allPages((cursor) =>
    payoutTotals(reading, { ...by, cursor, limit: 1_000 }),
  );
}

async function totalsOf(
  reading: Reading,
  span: { siteId: string; from: number; to: number },
  people: string[],
): Promise<YearlyTotal[]> {
  const sums = await sumPaid(reading.db, span, people);
  const known = await payeesById(reading, people);
  return people.flatMap((person) => {
    const own = sums.filter((sum) => sum.person_id === person);
    const currencies = [...new Set(own.map(({ currency }) => currency))].sort();
    return currencies.map((currency) => {
      const of = (what: "pay" | "compensate" | "gift") =>
        Number(
          own.find((sum) => sum.currency === currency && sum.what === what)
            ?.amount ?? 0,
        );
      const paidMinor = of("pay");
      const compensatedMinor = of("compensate");
      const giftsMinor = of("gift");
      return {
        ...(known.get(person) ?? nobodyKnown(person)),
        currency,
        paidMinor,
        compensatedMinor,
        giftsMinor,
        totalMinor: paidMinor + compensatedMinor + giftsMinor,
      };
    });
  });
}
