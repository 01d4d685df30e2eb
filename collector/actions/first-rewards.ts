import type { RewardPlan } from "../domain/reward-plan.ts";
import {
  type ConversionRow,
  updateConversion,
} from "../storage/queries/conversions.ts";
import type { MemberRow } from "../storage/queries/members.ts";
import type { ReferralRow } from "../storage/queries/referrals.ts";
import type { RewardRow } from "../storage/queries/rewards.ts";
import type { Friend } from "./friend-of.ts";
import { plannedRewards } from "./planned-rewards.ts";
import { promiseReward } from "./promise-reward.ts";
import { type PromisedTerms, promisedTerms } from "./promised-terms.ts";
import { isTaken, withheld } from "./reconcile-rewards.ts";
import type { Work } from "./work.ts";

/** What a new order earns, found out before it is stored: so it is written once. */
export interface Earning {
  terms: PromisedTerms;
  plan: RewardPlan;
}

export async function earningOf(
  work: Work,
  row: ConversionRow,
  referral: ReferralRow,
  member: MemberRow | null,
): Promise<Earning | null> {
  const terms = await promisedTerms(work, referral, member);
  if (!terms) return null;
  return { terms, plan: plannedRewards(row, terms.promised, referral) };
}

/** The order with what is known of its earning. */
export function withEarning(
  row: ConversionRow,
  { terms, plan }: Earning,
): ConversionRow {
  return {
    ...row,
    gross_minor: plan.grossMinor,
    warnings: JSON.stringify(plan.warnings),
    because: row.because ?? terms.brake,
  };
}

/** Promises both sides what a new order earns, as `reconcileRewards` does where it earns more. */
export async function promiseFirst(
  work: Work,
  row: ConversionRow,
  friend: Friend,
  { terms, plan }: Earning,
): Promise<{ row: ConversionRow; rewards: RewardRow[] | null }> {
  const rewards: RewardRow[] = [];
  for (const to of ["referrer", "friend"] as const) {
    const target = plan.rewards.find((planned) => planned.to === to);
    if (!target || terms.brake) continue;
    if (!friend.isNew && (await isTaken(work, row, terms, to))) continue;
    const reward = await promiseReward(work, row, terms, target);
    const member_id = to === "referrer" ? terms.member.id : null;
    rewards.push({ ...reward, member_id, ...nothingBeside });
  }
  const missing = await withheld(work, row, plan);
  if (missing.length) {
    const warnings = JSON.stringify([...plan.warnings, ...missing]);
    await updateConversion(work.db, row.id, { warnings });
    return { row: { ...row, warnings }, rewards: null };
  }
  // Else the answer needs what other tables say: that the friend has joined, which gift code was handed out, what is above a cap.
  const isAll =
    friend.isNew &&
    plan.rewards.every(({ overflow }) => !overflow) &&
    rewards.every(({ kind, state }) => kind !== "gift" || state === "pending");
  return { row, rewards: isAll ? rewards : null };
}

/** What other tables have of a reward that was promised just now. */
const nothingBeside = {
  gift_pool_id: null,
  gift_handed_out_at: null,
  gift_taken_back_at: null,
  overflow_kind: null,
  overflow_name: null,
  overflow_value_minor: null,
  overflow_above_minor: null,
  overflow_taken_back_at: null,
};
