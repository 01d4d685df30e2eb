import { payeesDue, sumMinor } from "../domain/payees-due.ts";
import {
  selectDueCurrencies,
  selectDueRewards,
  selectOpenCorrections,
} from "../storage/queries/payouts-due.ts";
import type { Reading } from "./work.ts";

/** What a run made now would hold, in one currency. */
export interface Due {
  currency: string;
  payees: number;
  totalMinor: number;
  /** Due, but not up to the minimum: they wait for a later run. */
  below: { payees: number; totalMinor: number };
}

/** What is due in each currency, of some kinds of reward or of all (`null`), to whoever is due at least a minimum. */
export async function listDue(
  { db }: Reading,
  by: {
    siteId: string;
    kinds: string[] | null;
    minimumMinor(currency: string): number;
  },
): Promise<Due[]> {
  const found: Due[] = [];
  for (const currency of await selectDueCurrencies(db, by.siteId)) {
    const filter = { siteId: by.siteId, currency, kinds: by.kinds };
    const items = [
      ...(await selectDueRewards(db, filter)),
      ...(await selectOpenCorrections(db, filter)),
    ].map((row) => ({
      personId: row.person_id,
      amountMinor: row.amount_minor,
    }));
    const minimumMinor = by.minimumMinor(currency);
    const all = sumsOf(payeesDue(items, { minimumMinor: 0, maxItems }).taken);
    const over = sumsOf(payeesDue(items, { minimumMinor, maxItems }).taken);
    if (all.payees)
      found.push({
        currency,
        ...over,
        below: {
          payees: all.payees - over.payees,
          totalMinor: all.totalMinor - over.totalMinor,
        },
      });
  }
  return found;
}

const maxItems = Number.POSITIVE_INFINITY;

function sumsOf(items: { personId: string; amountMinor: number }[]) {
  return {
    payees: new Set(items.map(({ personId }) => personId)).size,
    totalMinor: sumMinor(items),
  };
}
