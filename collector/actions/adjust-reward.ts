import type { PlannedReward } from "../domain/rewards-for.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import type { RewardRow } from "../storage/queries/rewards.ts";
import { braked } from "./braked.ts";
import { isTrusted } from "./conversion-word.ts";
import { postEntry } from "./post-entry.ts";
import type { PromisedTerms } from "./promised-terms.ts";
import { verifyReward } from "./verify-reward.ts";
import type { Work } from "./work.ts";

/** Where a reward should be, and what brought it there. */
export interface Change {
  target: PlannedReward | null;
  cause: string;
}

/**
 * Brings one reward to its target by posting the difference, and answers the difference.
 * A paid reward is only compensated; a void one stays void; more than was promised passes the brakes again.
 */
export async function adjustReward(
  work: Work,
  row: ConversionRow,
  reward: RewardRow,
  terms: PromisedTerms,
  change: Change,
): Promise<number> {
  if (reward.state === "void") return 0;
  if (isTrusted(row.trust) && reward.because === "unverified")
    return verifyReward(work, row, reward, terms, change);

  const stands = reward.amount_minor + reward.compensation_minor;
  const delta = await allowed(
    work,
    reward,
    terms,
    (change.target?.amountMinor ?? 0) - stands,
  );
  if (delta === 0) return 0;
  const line = {
    amountMinor: delta,
    cause: change.cause,
    actor: "collector",
    reason: delta < 0 ? "refunded" : null,
  };
  if (reward.state === "paid") {
    await postEntry(work, reward, {
      ...line,
      entry: "compensate",
      becomes: { compensation_minor: reward.compensation_minor + delta },
    });
  } else if (stands + delta === 0) {
    // Nothing is left of the order: the friend may earn the step anew with another, unless a gift code is out.
    await postEntry(work, reward, {
      ...line,
      entry: "void",
      becomes: {
        amount_minor: 0,
        state: "void",
        because: "refunded",
        released: reward.gift_handed_out_at === null ? 1 : 0,
      },
    });
  } else {
    await postEntry(work, reward, {
      ...line,
      entry: "adjust",
      becomes: {
        amount_minor: stands + delta,
        capped_by: JSON.stringify(change.target?.cappedBy ?? []),
      },
    });
  }
  return delta;
}

/** Less is always taken back; more is given only as far as today's brakes leave, and never beyond what was paid out. */
async function allowed(
  work: Work,
  reward: RewardRow,
  terms: PromisedTerms,
  delta: number,
): Promise<number> {
  if (delta <= 0) return delta;
  if (terms.brake) return 0;
  const wanted =
    reward.state === "paid"
      ? Math.min(delta, -reward.compensation_minor)
      : delta;
  if (wanted === 0) return 0;
  const left = await braked(work, terms, {
    on: reward.step_on,
    side: reward.side,
    amountMinor: wanted,
    kind: reward.kind,
    at: reward.created_at,
    isNew: false,
  });
  return left.amountMinor;
}
