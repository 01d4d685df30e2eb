import { businessCap } from "./business-cap.ts";
import { cutTo, guardrailMinor } from "./guardrail.ts";
import { legalLimit } from "./legal-limit.ts";
import type { Brake, PlannedReward, Situation } from "./reward-plan.ts";

/** The business cap, per person. */
export function withCap(
  reward: PlannedReward,
  { step, basis }: Situation,
): PlannedReward {
  const { capMinor, by } = businessCap(step.cap, basis.grossMinor);
  if (capMinor === null || reward.amountMinor <= capMinor) return reward;
  const overflowMinor = reward.amountMinor - capMinor;
  return { ...reward, amountMinor: capMinor, overflowMinor, cappedBy: by };
}

/** The guardrail, over both sides together. */
export function withGuardrail(
  rewards: PlannedReward[],
  { program, basis, warnings }: Situation,
): PlannedReward[] {
  const { guardrail } = program;
  const mostMinor = guardrailMinor(guardrail, basis);
  const amounts = rewards.map((reward) => reward.amountMinor);
  const sumMinor = amounts.reduce((a, b) => a + b, 0);
  if (mostMinor === null || sumMinor <= mostMinor) return rewards;

  if (guardrail.action === "cap") {
    const cut = cutTo(mostMinor, amounts);
    return rewards.map((reward, index) =>
      cutBy("guardrail", reward, cut[index] ?? 0),
    );
  }
  const refuse = guardrail.action === "refuse";
  warnings.push({
    code: "guardrail",
    message: `Both sides together would get ${sumMinor}, and the guardrail allows ${mostMinor}. ${refuse ? "Nothing was given" : "It was given all the same"}: lower the amounts, or set the guardrail to "cap".`,
  });
  return refuse ? [] : rewards;
}

/** The legal check, per person. */
export function withLaw(
  reward: PlannedReward,
  { program, step, basis, warnings }: Situation,
): PlannedReward {
  const { legal, currency } = program;
  const limitMinor = legalLimit({
    to: reward.to,
    kind: reward.kind,
    transactionMinor: step.on === "lead" ? null : basis.paymentMinor,
    currency,
    legal,
  });
  if (limitMinor === null || reward.amountMinor <= limitMinor) return reward;
  if (legal.action === "cap") return cutBy("legal", reward, limitMinor);
  warnings.push({
    code: "legal_limit",
    message: `The ${reward.to}'s ${reward.kind} of ${reward.amountMinor} is above the ${limitMinor} that the law of ${legal.jurisdiction} allows here. Give points or a coupon of the shop instead, or lower the amount.`,
  });
  return reward;
}

function cutBy(
  brake: Brake,
  reward: PlannedReward,
  amountMinor: number,
): PlannedReward {
  if (reward.amountMinor <= amountMinor) return reward;
  return { ...reward, amountMinor, cappedBy: [...reward.cappedBy, brake] };
}
