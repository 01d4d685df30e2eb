import { amountInForce } from "./amount-in-force.ts";
import { grossProfit } from "./gross-profit.ts";
import { promisedAmount } from "./promised-amount.ts";
import type {
  PlannedReward,
  RewardCase,
  RewardPlan,
  Situation,
} from "./reward-plan.ts";
import type { Warning } from "./warning.ts";
import { withOverflows } from "./with-overflows.ts";
import { withCap, withGuardrail, withLaw } from "./within-bounds.ts";

/** What is given for the sale as it stands, refunds and all. */
export function planAsItStands({
  program,
  on,
  sale,
  at,
}: RewardCase): RewardPlan {
  const step = program.steps.find((candidate) => candidate.on === on);
  const basis = grossProfit(program.margins, sale, step?.months);
  const warnings: Warning[] = [];
  if (basis.unknownMarginClass) {
    warnings.push({
      code: "unknown_margin_class",
      message: `No margin is set for the class "${sale.marginClass}", so the default margin was used. Add the class to the programme's margins, or state grossProfitMinor.`,
    });
  }
  if (!step)
    return { rewards: [], warnings, grossMinor: basis.grossMinor ?? 0 };

  const situation = { program, step, basis, warnings };
  const inCap = promises(situation, at).map((reward) =>
    withCap(reward, situation),
  );
  const inLaw = withGuardrail(inCap, situation).map((reward) =>
    withLaw(reward, situation),
  );
  const given = inLaw.filter((reward) => isGiven(reward, warnings));
  return {
    rewards: withOverflows(given, situation),
    warnings,
    grossMinor: basis.grossMinor ?? 0,
  };
}

function promises(
  { program, step, basis }: Situation,
  at: number,
): PlannedReward[] {
  return (["referrer", "friend"] as const).flatMap((to) => {
    const amount = amountInForce(program, step, to, at);
    if (!amount) return [];

    return {
      to,
      kind: amount.kind,
      name: amount.kind === "perk" ? amount.name : null,
      amountMinor: promisedAmount(amount, step, basis),
      cappedBy: [],
      overflowMinor: 0,
      overflow: null,
    };
  });
}

/** Leaves out rewards of nothing, and perks that a brake cut: half a training day cannot be given. */
function isGiven(reward: PlannedReward, warnings: Warning[]): boolean {
  if (reward.kind !== "perk" || reward.cappedBy.length === 0) {
    return reward.amountMinor > 0;
  }
  warnings.push({
    code: "perk_withheld",
    message: `The ${reward.to}'s perk "${reward.name}" is worth more than the ${reward.amountMinor} that was allowed (${reward.cappedBy.join(", ")}). A perk is given whole or not at all.`,
  });
  return false;
}
