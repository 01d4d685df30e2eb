import { planAsItStands } from "./plan-as-it-stands.ts";
import type { PlannedReward, RewardCase, RewardPlan } from "./reward-plan.ts";

/**
 * What each side gets for one conversion, as far as the conversion alone decides (limits and budgets: `brakes.ts`).
 *
 * Order: rate or fixed amount, rounded down; business cap per person; guardrail over both sides; legal check. A side that
 * comes to 0 has no reward; what is above the cap becomes what the step says. A refund never raises a reward, and the reward of a lead, once earned, outlives refunds.
 */
export function rewardsFor(input: RewardCase): RewardPlan {
  if (input.sale.refundedMinor === 0) return planAsItStands(input);

  const sale = { ...input.sale, refundedMinor: 0 };
  const before = planAsItStands({ ...input, sale });
  if (input.on === "lead") return before;

  const after = planAsItStands(input);
  const rewards = after.rewards.flatMap((reward) => {
    const full = before.rewards.find((other) => other.to === reward.to);
    if (!full) return [];
    return reward.amountMinor > full.amountMinor
      ? [full]
      : [withoutNewOverflow(reward, full)];
  });
  return { ...after, rewards };
}

/** A share of less gross profit is a lower cap: more may be above it, but a refund earns nobody a perk. */
function withoutNewOverflow(
  reward: PlannedReward,
  full: PlannedReward,
): PlannedReward {
  const overflowMinor = Math.min(reward.overflowMinor, full.overflowMinor);
  const overflow =
    reward.overflow && full.overflow
      ? { ...reward.overflow, aboveMinor: overflowMinor }
      : null;
  return { ...reward, overflowMinor, overflow };
}
