import { selectGiftsOf } from "../storage/queries/gifts.ts";
import { selectOverflowsOfRewards } from "../storage/queries/overflows.ts";
import * as stored from "../storage/queries/person-data.ts";
import type { Reading } from "./work.ts";

/** What a person was promised and given, line by line as the ledger has it, with their gift codes. */
export async function exportRewards({ db, vault }: Reading, personId: string) {
  const rewards = await stored.selectAllRewardsOf(db, personId);
  const ledger = await stored.selectLedgerOf(db, personId);
  const items = await stored.selectPayoutItemsOf(db, personId);
  const overflows = await selectOverflowsOfRewards(
    db,
    rewards.map(({ id }) => id),
  );
  const gifts = await selectGiftsOf(
    db,
    rewards.map(({ id }) => id),
  );
  const lines = Map.groupBy(ledger, ({ reward_id }) => reward_id);
  const giftOf = new Map(gifts.map((gift) => [gift.reward_id, gift]));
  const aboveOf = new Map(overflows.map((one) => [one.reward_id, one]));
  return {
    rewards: rewards.map((row) => {
      const gift = giftOf.get(row.id);
      const above = aboveOf.get(row.id);
      return {
        id: row.id,
        to: row.side,
        on: row.step_on,
        kind: row.kind,
        name: row.name,
        amountMinor: row.amount_minor,
        compensationMinor: row.compensation_minor,
        currency: row.currency,
        state: row.state,
        because: row.because,
        confirmableAt: row.confirmable_at,
        createdAt: row.created_at,
        giftCode: gift ? vault.decrypt(gift.code) : null,
        giftUrl: gift?.url ?? null,
        overflow: above
          ? {
              kind: above.kind,
              name: above.name,
              valueMinor: above.value_minor,
              aboveMinor: above.above_minor,
              givenAt: above.given_at,
              takenBackAt: above.taken_back_at,
            }
          : null,
        ledger: (lines.get(row.id) ?? []).map((line) => ({
          entry: line.entry,
          amountMinor: line.amount_minor,
          reason: line.reason,
          at: line.at,
        })),
      };
    }),
    payouts: items.map((item) => ({
      payout: item.payout_id,
      reward: item.reward_id,
      amountMinor: item.amount_minor,
      state: item.state,
    })),
  };
}
