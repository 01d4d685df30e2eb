import { type DueItem, payeesDue, sumMinor } from "../domain/payees-due.ts";
import {
  type DueRow,
  selectDueRewards,
  selectOpenCorrections,
} from "../storage/queries/payouts-due.ts";
import type { Reading } from "./work.ts";

/** How many people, and what they are due in all. */
export interface DueSums {
  people: number;
  amountMinor: number;
}

/** Everything due in a currency: to those whom the shop can pay, and to those of whom nothing is known. */
export async function dueNow(
  { db }: Reading,
  filter: { siteId: string; currency: string; kinds: string[] | null },
): Promise<Record<"reachable" | "unreachable", (DueRow & DueItem)[]>> {
  const rows = [
    ...(await selectDueRewards(db, filter)),
    ...(await selectOpenCorrections(db, filter)),
  ].map((row) => ({
    ...row,
    personId: row.person_id,
    amountMinor: row.amount_minor,
  }));
  return {
    reachable: rows.filter(({ is_reachable }) => is_reachable),
    unreachable: rows.filter(({ is_reachable }) => !is_reachable),
  };
}

/** What a run without end would hold of these. */
export function dueSums(items: DueItem[], minimumMinor: number): DueSums {
  const { taken } = payeesDue(items, {
    minimumMinor,
    maxItems: Number.POSITIVE_INFINITY,
  });
  return {
    people: new Set(taken.map(({ personId }) => personId)).size,
    amountMinor: sumMinor(taken),
  };
}
