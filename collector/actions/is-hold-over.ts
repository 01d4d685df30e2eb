import type { ConversionRow } from "../storage/queries/conversions.ts";
import type { RewardRow } from "../storage/queries/rewards.ts";
import { safeNow } from "./watch-clock.ts";
import type { Reading } from "./work.ts";

/** Whether a reward of an order waits for time no longer. What was promised without a hold never does, whatever the clock says. */
export async function isHoldOver(
  reading: Reading,
  { occurred_at, recorded_at }: ConversionRow,
  { confirmable_at }: RewardRow,
): Promise<boolean> {
  const endsAt = confirmable_at ?? 0;
  // A hold of no days ends at the very instant that it is counted from: see `promiseReward`.
  if (endsAt === occurred_at || endsAt === recorded_at) return true;
  return endsAt <= (await safeNow(reading));
}
