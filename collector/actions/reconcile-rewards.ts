import type { RewardPlan } from "../domain/reward-plan.ts";
import type { Warning } from "../domain/warning.ts";
import {
  type ConversionRow,
  updateConversion,
} from "../storage/queries/conversions.ts";
import { isStepTaken } from "../storage/queries/promised-so-far.ts";
import { selectReferral } from "../storage/queries/referrals.ts";
import { type RewardRow, selectRewardsOf } from "../storage/queries/rewards.ts";
import { adjustReward, type Change } from "./adjust-reward.ts";
import { isTrusted } from "./conversion-word.ts";
import { voidUnpaid } from "./for-new-only.ts";
import { keepOverflow, withheldOverflow } from "./keep-overflow.ts";
import { plannedRewards } from "./planned-rewards.ts";
import { promiseReward } from "./promise-reward.ts";
import { type PromisedTerms, promisedTerms } from "./promised-terms.ts";
import { heldBack, notRaised, stillPaid } from "./reward-warnings.ts";
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
  if (isLost(row)) await voidUnpaid(work, row, occasion);
  const held = await selectRewardsOf(db, [row.id]);
  const warnings = [...plan.warnings];

  const adjustments: Adjustment[] = [];
  for (const side of sides) {
    const target = plan.rewards.find(({ to }) => to === side) ?? null;
    const reward = held.find((one) => one.side === side);
    const change = { target, ...occasion };
    const settled = reward
      ? await settleStanding(work, row, reward, terms, change)
      : await promiseNew(work, row, terms, change);
    warnings.push(...settled.warnings);
    const { amountMinor } = settled;
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

/** That the customer is not new was said too late to undo the credit: the order stays credited, and earns nothing. */
function isLost({ because }: ConversionRow): boolean {
  return because === "existing_customer";
}

/** What one side's reward has changed by, and what the shop is told of it. */
interface Settled {
  amountMinor: number;
  warnings: Warning[];
}

/** Brings a reward that there is, and what it has above its cap, to what the rules give now. */
async function settleStanding(
  work: Work,
  row: ConversionRow,
  reward: RewardRow,
  terms: PromisedTerms,
  change: Change,
): Promise<Settled> {
  const { target, onlyLess = false } = change;
  const adjusted = await adjustReward(work, row, reward, terms, change);
  const overflow = target?.overflow ?? null;
  if (overflow || reward.overflow_kind !== null)
    await keepOverflow(work, terms, reward, {
      overflow,
      onlyLess,
      isClaim: !isTrusted(row.trust),
    });
  const { amountMinor } = adjusted;
  const warnings = [
    ...(isLost(row)
      ? stillPaid(reward, amountMinor)
      : notRaised(reward, target, amountMinor)),
    ...heldBack(reward, target, adjusted),
  ];
  return { amountMinor, warnings };
}

/** Promises a side what it has not been promised yet, where anything new may be promised. */
async function promiseNew(
  work: Work,
  row: ConversionRow,
  terms: PromisedTerms,
  { target, onlyLess }: Change,
): Promise<Settled> {
  const nothing = { amountMinor: 0, warnings: [] };
  if (!target || terms.brake || onlyLess || isLost(row)) return nothing;
  if (await isTaken(work, row, terms, target.to)) return nothing;
  const reward = await promiseReward(work, row, terms, target);
  return { ...nothing, amountMinor: reward.amount_minor };
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
