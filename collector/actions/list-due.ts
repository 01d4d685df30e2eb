import { selectDueCurrencies } from "../storage/queries/payouts-due.ts";
import { type DueSums, dueNow, dueSums } from "./due-now.ts";
import type { Reading } from "./work.ts";

/** What a run made now would hold, in one currency. */
export interface Due {
  currency: string;
  payees: number;
  totalMinor: number;
  /** Due, but not up to the minimum: they wait for a later run. */
  below: { payees: number; totalMinor: number };
  /** Due, but nothing is known by which the shop could pay them: they are in no run. */
  unreachable: DueSums;
}

/** What is due in each currency, of some kinds of reward or of all (`null`), to whoever is due at least a minimum. */
export async function listDue(
  reading: Reading,
  by: {
    siteId: string;
    kinds: string[] | null;
    minimumMinor(currency: string): number;
  },
): Promise<Due[]> {
  const found: Due[] = [];
  for (const currency of await selectDueCurrencies(reading.db, by.siteId)) {
    const filter = { siteId: by.siteId, currency, kinds: by.kinds };
    const { reachable, unreachable } = await dueNow(reading, filter);
    const minimumMinor = by.minimumMinor(currency);
    const all = dueSums(reachable, 0);
    const over = dueSums(reachable, minimumMinor);
    const unknown = dueSums(unreachable, minimumMinor);
    if (all.people || unknown.people)
      found.push({
        currency,
        payees: over.people,
        totalMinor: over.amountMinor,
        below: {
          payees: all.people - over.people,
          totalMinor: all.amountMinor - over.amountMinor,
        },
        unreachable: unknown,
      });
  }
  return found;
}
