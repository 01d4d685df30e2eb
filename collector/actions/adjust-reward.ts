import type { Braked } from "../domain/brakes.ts";
import type { PlannedReward } from "../domain/reward-plan.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import { type RewardRow, updateReward } from "../storage/queries/rewards.ts";
import { allowedRise } from "./allowed-rise.ts";
import { isTrusted } from "./conversion-word.ts";
import { postEntry } from "./post-entry.ts";
import type { PromisedTerms } from "./promised-terms.ts";
import type { Occasion } from "./reconcile-rewards.ts";
import { verifyReward } from "./verify-reward.ts";
import type { Work } from "./work.ts";

/** Where a reward should be, and what brought it there. */
export interface Change extends Occasion {
  target: PlannedReward | null;
}

/**
 * Brings one reward to its target by posting the difference, and answers the difference, with the brake that kept it from
 * rising further.
 * A paid reward is only compensated; a void one stays void; more than was promised passes the brakes again.
 */
export async function adjustReward(
  work: Work,
  row: ConversionRow,
  reward: RewardRow,
  terms: PromisedTerms,
  change: Change,
): Promise<Braked> {
  const nothing = { amountMinor: 0, because: null };
  if (reward.state === "void") return nothing;
  if (isTrusted(row.trust) && reward.because === "unverified") {
    const amountMinor = await verifyReward(work, row, reward, terms, change);
    return { amountMinor, because: null };
  }

  const { target, cause } = change;
  const stands = reward.amount_minor + reward.compensation_minor;
  const wanted = (target?.amountMinor ?? 0) - stands;
  if (wanted > 0 && change.onlyLess) return nothing;
  const { amountMinor: delta, because } = await allowedRise(
    work,
    reward,
    terms,
    wanted,
  );
  const cappedBy = JSON.stringify([
    ...(target?.cappedBy ?? []),
    ...(because === null ? [] : [because]),
  ]);
  if (delta === 0) {
    // Nothing is booked, and yet whoever expects more is told what took it.
    if (because !== null && because !== terms.brake)
      await updateReward(work.db, reward.id, { capped_by: cappedBy });
    return { amountMinor: 0, because };
  }
  const line = {
    amountMinor: delta,
    cause,
    actor: "collector",
    reason: delta < 0 ? (change.reason ?? "refunded") : null,
  };
  if (reward.state === "paid") {
    await postEntry(work, reward, {
      ...line,
      entry: "compensate",
      becomes: {
        compensation_minor: reward.compensation_minor + delta,
        because: stands + delta === 0 ? "refunded" : null,
      },
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
      becomes: { amount_minor: stands + delta, capped_by: cappedBy },
    });
  }
  return { amountMinor: delta, because };
}
