import type { Braked } from "../domain/brakes.ts";
import type { RewardRow } from "../storage/queries/rewards.ts";
import { braked } from "./braked.ts";
import type { PromisedTerms } from "./promised-terms.ts";
import type { Reading } from "./work.ts";

/** Less is always taken back; more is given only as far as today's brakes leave, and never beyond what was paid out. */
export async function allowedRise(
  reading: Reading,
  reward: RewardRow,
  terms: PromisedTerms,
  delta: number,
): Promise<Braked> {
  if (delta <= 0) return { amountMinor: delta, because: null };
  if (terms.brake) return { amountMinor: 0, because: terms.brake };
  const wanted =
    reward.state === "paid"
      ? Math.min(delta, -reward.compensation_minor)
      : delta;
  if (wanted === 0) return { amountMinor: 0, because: null };
  return braked(reading, terms, {
    on: reward.step_on,
    side: reward.side,
    amountMinor: wanted,
    kind: reward.kind,
    at: reward.created_at,
    isNew: false,
  });
}
