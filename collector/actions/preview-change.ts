import { changedOrder, type NewFacts } from "./change-order.ts";
import { findConversion } from "./find-conversion.ts";
import { type PreviewedReward, previewRewards } from "./preview-rewards.ts";
import type { Reading } from "./work.ts";

/** What a change of an order would bring. Money in minor units. */
export interface ChangePreview {
  currency: string | null;
  beforeMinor: number | null;
  afterMinor: number | null;
  /** Of the new total, where the shop has stated it. */
  grossProfitMinor: number | null;
  rewards: PreviewedReward[];
}

/** What a change of an order would bring, without doing it. Refuses what `changeOrder` refuses. */
export async function previewChange(
  reading: Reading,
  asked: NewFacts & { siteId: string; conversion: string },
): Promise<ChangePreview> {
  const before = await findConversion(reading, asked.siteId, asked.conversion);
  const row = changedOrder(before, asked);
  return {
    currency: row.currency,
    beforeMinor: before.amount_minor,
    afterMinor: row.amount_minor,
    grossProfitMinor: row.gross_profit_minor,
    rewards: await previewRewards(reading, row, { onlyLess: false }),
  };
}
