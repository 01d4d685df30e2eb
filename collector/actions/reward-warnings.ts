/** What the shop is told of a reward that is not what an order would give now. */

import type { Braked } from "../domain/brakes.ts";
import type { PlannedReward } from "../domain/reward-plan.ts";
import type { Warning } from "../domain/warning.ts";
import type { RewardRow } from "../storage/queries/rewards.ts";

/** A limit or a budget took what the order's new facts would give on top. */
export function heldBack(
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
export function notRaised(
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

/** What is paid stays: the shop is told, and may ask for it back. */
export function stillPaid(reward: RewardRow, adjustedMinor: number): Warning[] {
  const stands =
    reward.amount_minor + reward.compensation_minor + adjustedMinor;
  if (reward.state !== "paid" || stands === 0) return [];
  return [
    {
      code: "already_paid",
      message: `The customer is not new, but the ${reward.side}'s reward was paid before: it stays at ${stands}. Refund the order, or ask for it back yourself.`,
    },
  ];
}
