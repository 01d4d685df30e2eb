import { selectPayouts, sumPayouts } from "../storage/queries/payouts.ts";
import { type PayoutSummary, summary } from "./answer-payout.ts";
import { defaultPageSize, type Page, pageOf } from "./page.ts";
import type { Reading } from "./work.ts";

export async function listPayouts(
  { db }: Reading,
  by: {
    siteId: string;
    cursor?: string | undefined;
    limit?: number | undefined;
  },
): Promise<Page<PayoutSummary>> {
  const limit = by.limit ?? defaultPageSize;
  const rows = await selectPayouts(db, by.siteId, {
    before: by.cursor ?? null,
    limit: limit + 1,
  });
  const sums = await sumPayouts(
    db,
    rows.map(({ id }) => id),
  );
  return pageOf(rows, limit, (row) => {
    const own = sums.filter(({ payout_id }) => payout_id === row.id);
    const inIt = own.find(({ state }) => state !== "left");
    const held = own.find(({ state }) => state === "left");
    return summary(row, {
      totalMinor: Number(inIt?.total ?? 0),
      payeeCount: Number(inIt?.payees ?? 0),
      held: {
        people: Number(held?.payees ?? 0),
        amountMinor: Number(held?.total ?? 0),
      },
    });
  });
}
