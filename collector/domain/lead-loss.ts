import { overflowCost } from "./planned-overflow.ts";
import type { Program } from "./program.ts";
import type { RewardPlan } from "./reward-plan.ts";
import { rewardsFor } from "./rewards-for.ts";
import type { Warning } from "./warning.ts";

/** Ten times the lowest sale: a small gift for a lead is often more than the very smallest sale earns, and no fault. */
const ordinarySale = 10;

/**
 * Gifts for leads are paid whether a sale follows or not, and no guardrail looks at them: warns where those of one lead,
 * with the rewards of the sale that follows it, are more than that sale earns. Without a lowest sale nothing is known.
 */
export function leadLoss(program: Program): Warning[] {
  const { lowestSaleMinor } = program.legal;
  if (lowestSaleMinor === 0) return [];
  const instants = [-Infinity, ...program.boosts.map(({ from }) => from)];
  for (const at of instants)
    for (const [marginClass] of Object.entries(program.margins))
      for (const times of [ordinarySale, 100]) {
        const amountMinor = lowestSaleMinor * times;
        const giftsMinor = costOf(play(program, { on: "lead", at }));
        const sale = { on: "sale", at, amountMinor, marginClass };
        const plan = play(program, sale);
        const lost = { ...sale, giftsMinor, plan };
        const leftMinor = plan.grossMinor - costOf(plan);
        // A sale that loses money by itself is warned of at its own step.
        if (leftMinor >= 0 && giftsMinor > leftMinor) return [warning(lost)];
      }
  return [];
}

function play(
  program: Program,
  conversion: {
    on: string;
    at: number;
    amountMinor?: number;
    marginClass?: string;
  },
): RewardPlan {
  const { on, at, amountMinor = null, marginClass = null } = conversion;
  const facts = { grossProfitMinor: null, refundedMinor: 0 };
  return rewardsFor({
    program,
    on,
    at,
    sale: { ...facts, amountMinor, marginClass },
  });
}

function costOf({ rewards }: RewardPlan): number {
  return rewards.reduce(
    (sum, { amountMinor, overflow }) =>
      sum + amountMinor + overflowCost(overflow),
    0,
  );
}

function warning(lost: {
  at: number;
  amountMinor: number;
  marginClass: string;
  giftsMinor: number;
  plan: RewardPlan;
}): Warning {
  const { amountMinor, marginClass, giftsMinor, plan } = lost;
  const goods =
    marginClass === "default" ? "" : ` in the class "${marginClass}"`;
  const during = lost.at === -Infinity ? "" : " during a boost";
  const rewardsMinor = costOf(plan);
  const sumMinor = giftsMinor + rewardsMinor;
  return {
    code: "can_lose_money",
    message: `A sale of ${amountMinor}${goods}${during} has a gross profit of ${plan.grossMinor}; its rewards of ${rewardsMinor} and the ${giftsMinor} for a lead would be ${sumMinor} together at 1 lead for each sale, and ${giftsMinor * 2 + rewardsMinor} at 2 leads for each sale. Lower what a lead gives.`,
    figures: [
      {
        on: "sale",
        amountMinor,
        marginClass,
        isBoost: lost.at !== -Infinity,
        grossMinor: plan.grossMinor,
        costMinor: sumMinor,
        giftsMinor,
      },
    ],
  };
}
