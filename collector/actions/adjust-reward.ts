import type { Reason } from "../domain/reason.ts";
import type { PlannedReward } from "../domain/rewards-for.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import { selectReferral } from "../storage/queries/referrals.ts";
import {
  isStepTaken,
  type RewardRow,
  updateReward,
} from "../storage/queries/rewards.ts";
import { braked } from "./braked.ts";
import { postEntry } from "./post-entry.ts";
import type { Work } from "./work.ts";

/**
 * Brings one reward to its target by posting the difference, and answers the difference.
 * A paid reward is only compensated; a void one stays void; more than was promised passes the brakes again.
 */
export async function adjustReward(
  work: Work,
  row: ConversionRow,
  reward: RewardRow,
  change: { target: PlannedReward | null; brake: Reason | null; cause: string },
): Promise<number> {
  if (reward.state === "void") return 0;
  if (row.trust !== "claim" && reward.because === "unverified")
    return verifyReward(work, row, reward, change);

  const target = change.target?.amountMinor ?? 0;
  const stands = reward.amount_minor + reward.compensation_minor;
  let delta = target - stands;
  if (delta > 0) {
    if (change.brake) return 0;
    const referral = await selectReferral(work.db, reward.referral_id);
    const left = await braked(work, row, referral, {
      side: reward.side,
      amountMinor: delta,
      kind: reward.kind,
      isNew: false,
    });
    delta = left.amountMinor;
  }
  if (delta === 0) return 0;
  if (reward.state === "paid") {
    await postEntry(work, reward, {
      entry: "compensate",
      amountMinor: delta,
      cause: change.cause,
      actor: "collector",
      reason: delta < 0 ? "refunded" : null,
      becomes: {
        compensation_minor: Math.min(0, reward.compensation_minor + delta),
      },
    });
    return delta;
  }
  const gone = stands + delta === 0;
  await postEntry(work, reward, {
    entry: gone ? "void" : "adjust",
    amountMinor: delta,
    cause: change.cause,
    actor: "collector",
    reason: delta < 0 ? "refunded" : null,
    becomes: gone
      ? { amount_minor: 0, state: "void", because: "refunded", released: 1 }
      : {
          amount_minor: stands + delta,
          capped_by: JSON.stringify(change.target?.cappedBy ?? []),
        },
  });
  return delta;
}

/** A claim's reward, once the order is verified: it takes its place, or gives way where the step is taken. */
async function verifyReward(
  work: Work,
  row: ConversionRow,
  reward: RewardRow,
  change: { target: PlannedReward | null; brake: Reason | null; cause: string },
): Promise<number> {
  const { db } = work;
  const taken = await isStepTaken(db, {
    siteId: row.site_id,
    programId: reward.program_id,
    friendId: row.friend_id,
    on: reward.step_on,
    side: reward.side,
    exceptId: reward.id,
  });
  const referral = await selectReferral(db, reward.referral_id);
  const left =
    taken || change.brake || !change.target
      ? { amountMinor: 0, because: change.brake }
      : await braked(work, row, referral, {
          side: reward.side,
          amountMinor: change.target.amountMinor,
          kind: reward.kind,
          isNew: true,
        });
  const delta = left.amountMinor - reward.amount_minor;
  if (left.amountMinor === 0) {
    await postEntry(work, reward, {
      entry: "void",
      amountMinor: delta,
      cause: change.cause,
      actor: "collector",
      reason: left.because ?? "already_referred",
      becomes: {
        amount_minor: 0,
        state: "void",
        because: left.because ?? "already_referred",
        released: taken ? 1 : 0,
      },
    });
    return delta;
  }
  const held =
    reward.confirmable_at !== null && reward.confirmable_at > work.now();
  if (delta !== 0)
    await postEntry(work, reward, {
      entry: "adjust",
      amountMinor: delta,
      cause: change.cause,
      actor: "collector",
      reason: left.because,
      becomes: { amount_minor: left.amountMinor },
    });
  await updateReward(db, reward.id, {
    friend_id: row.friend_id,
    because: held ? "hold_period" : null,
    ...(reward.side === "friend" ? { person_id: row.friend_id } : {}),
  });
  if (!held)
    await postEntry(work, reward, {
      entry: "confirm",
      amountMinor: 0,
      cause: "once",
      actor: "collector",
      reason: null,
      becomes: { state: "confirmed" },
    });
  return delta;
}
