import type { Braked } from "../domain/brakes.ts";
import type { PlannedReward, RewardPlan } from "../domain/reward-plan.ts";
import type { Warning } from "../domain/warning.ts";
import {
  type ConversionRow,
  updateConversion,
} from "../storage/queries/conversions.ts";
import { isStepTaken } from "../storage/queries/promised-so-far.ts";
import { selectReferral } from "../storage/queries/referrals.ts";
import { type RewardRow, selectRewardsOf } from "../storage/queries/rewards.ts";
import { adjustReward } from "./adjust-reward.ts";
import { isTrusted } from "./conversion-word.ts";
import { stillPaid, voidUnpaid } from "./for-new-only.ts";
import { keepOverflow, withheldOverflow } from "./keep-overflow.ts";
import { plannedRewards } from "./planned-rewards.ts";
import { promiseReward } from "./promise-reward.ts";
import { type PromisedTerms, promisedTerms } from "./promised-terms.ts";
import type { Work } from "./work.ts";

/** A change of what one side gets, in minor units: negative where something is taken back. */
export interface Adjustment {
  to: "referrer" | "friend";
  amountMinor: number;
}

const sides = ["referrer", "friend"] as const;

/** What brought a change of an order about. */
export interface Occasion {
  /** For the ledger: the same cause is never booked twice for one reward. */
  cause: string;
  /** Why something is taken back, for whoever reads the ledger. */
  reason?: string;
  /** A refund gives nothing, even where a brake has loosened since. */
  onlyLess?: boolean;
}

/**
 * Brings a credited conversion's rewards to what the promised rules give for what is known of it now,
 * by posting differences. Calling it twice posts nothing the second time.
 */
export async function reconcileRewards(
  work: Work,
  row: ConversionRow,
  occasion: Occasion,
): Promise<Adjustment[]> {
  const { db } = work;
  if (row.referral_id === null) return [];
  const terms = await promisedTerms(
    work,
    await selectReferral(db, row.referral_id),
  );
  if (!terms) return [];
  const plan = plannedRewards(row, terms.promised, terms.referral);
  // That the customer is not new was said too late to undo the credit: the order stays credited, and earns nothing.
  const isLost = row.because === "existing_customer";
  if (isLost) await voidUnpaid(work, row, occasion);
  const held = await selectRewardsOf(db, [row.id]);
  const warnings = [...plan.warnings];

  const adjustments: Adjustment[] = [];
  for (const side of sides) {
    const target = plan.rewards.find(({ to }) => to === side) ?? null;
    const reward = held.find((one) => one.side === side);
    let amountMinor = 0;
    if (reward) {
      const adjusted = await adjustReward(work, row, reward, terms, {
        target,
        ...occasion,
      });
      amountMinor = adjusted.amountMinor;
      warnings.push(
        ...(isLost
          ? stillPaid(reward, amountMinor)
          : notRaised(reward, target, amountMinor)),
        ...heldBack(reward, target, adjusted),
      );
      const overflow = target?.overflow ?? null;
      if (overflow || reward.overflow_kind !== null)
        await keepOverflow(work, terms, reward, {
          overflow,
          onlyLess: occasion.onlyLess ?? false,
          isClaim: !isTrusted(row.trust),
        });
    } else if (target && !terms.brake && !occasion.onlyLess && !isLost) {
      if (!(await isTaken(work, row, terms, side)))
        amountMinor = (await promiseReward(work, row, terms, target))
          .amount_minor;
    }
    if (amountMinor) adjustments.push({ to: side, amountMinor });
  }
  warnings.push(...(await withheld(work, row, plan)));
  await updateConversion(db, row.id, {
    gross_minor: plan.grossMinor,
    warnings: JSON.stringify(warnings),
    because: row.because ?? (occasion.onlyLess ? null : terms.brake),
  });
  return adjustments;
}

/** What is to be said of what was withheld beside the rewards. */
export async function withheld(
  { db }: Work,
  row: ConversionRow,
  plan: RewardPlan,
): Promise<Warning[]> {
  if (plan.rewards.every(({ overflow }) => overflow === null)) return [];
  const rewards = await selectRewardsOf(db, [row.id]);
  return rewards.flatMap((reward) => {
    const target = plan.rewards.find(({ to }) => to === reward.side);
    return withheldOverflow(reward, target?.overflow ?? null);
  });
}

/** Whether another order of this friend has the step's reward. */
export function isTaken(
  { db }: Work,
  row: ConversionRow,
  { referral }: PromisedTerms,
  side: "referrer" | "friend",
): Promise<boolean> {
  return isStepTaken(db, {
    siteId: row.site_id,
    programId: referral.program_id,
    friendId: row.friend_id,
    on: row.type,
    side,
  });
}

/** A limit or a budget took what the order's new facts would give on top. */
function heldBack(
  reward: RewardRow,
  target: PlannedReward | null,
  { amountMinor, because }: Braked,
): Warning[] {
  const isLimit = because === "limit_reached" || because === "budget_spent";
  if (!isLimit || !target) return [];
  const stands = reward.amount_minor + reward.compensation_minor + amountMinor;
  const brake = because === "limit_reached" ? "a limit" : "a budget";
  return [
    {
      code: because,
      message: `The ${reward.side}'s reward would be ${target.amountMinor} now, and stays at ${stands}: ${brake} leaves no more.`,
    },
  ];
}

/** What is paid is never raised: the shop is told what it would be. */
function notRaised(
  reward: RewardRow,
  target: PlannedReward | null,
  adjustedMinor: number,
): Warning[] {
  const stands =
    reward.amount_minor + reward.compensation_minor + adjustedMinor;
  const cut = JSON.parse(reward.capped_by) as string[];
  const isBraked = cut.includes("limit_reached");
  if (reward.state !== "paid" || isBraked || !target) return [];
  if (target.amountMinor <= stands) return [];
  return [
    {
      code: "already_paid",
      message: `The ${reward.side}'s reward would be ${target.amountMinor} now, and was paid before: it stays at ${stands}, since what is paid is never raised. Hand over the difference yourself if you want to.`,
    },
  ];
}
