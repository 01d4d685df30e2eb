import { guardrailMinor } from "./guardrail.ts";
import { legalLimit } from "./legal-limit.ts";
import { overflowCost, plannedOverflow } from "./planned-overflow.ts";
import type { PlannedReward, Situation } from "./reward-plan.ts";

/**
 * Adds to rewards that the business cap cut what the step makes of the part above. It comes on top of the rewards:
 *
 * - It never takes anything from them: where the guardrail caps or refuses, perks are given as far as both sides' fit
 *   beside the rewards, for both sides or for neither; where it warns, they are given and said so.
 * - It is given whole or not at all. A side whose reward came to nothing gets none: it would be given out of no profit.
 * - In law it is a premium of its own, whatever the reward is: a perk counts together with a reward that is a premium,
 *   an entry is held to the rule for prizes by lot. The legal check's own action decides: warn, or withhold.
 */
export function withOverflows(
  rewards: PlannedReward[],
  situation: Situation,
): PlannedReward[] {
  const { step } = situation;
  const offered = rewards.map((reward) => ({
    ...reward,
    overflow: plannedOverflow(step.overflow, reward.overflowMinor),
  }));
  const inLaw = offered.map((reward) => withinLaw(reward, situation));
  return withinGuardrail(inLaw, situation);
}

function withinLaw(
  reward: PlannedReward,
  { program, step, basis, warnings }: Situation,
): PlannedReward {
  const { overflow } = reward;
  if (!overflow) return reward;
  const { legal, currency } = program;
  const limitOf = (kind: PlannedReward["kind"] | "raffle") =>
    legalLimit({
      to: reward.to,
      kind,
      transactionMinor: step.on === "lead" ? null : basis.paymentMinor,
      currency,
      legal,
    });
  const limitMinor = limitOf(overflow.kind);
  const isPremium = limitOf(reward.kind) !== null;
  const beside = overflow.kind === "perk" && isPremium ? reward.amountMinor : 0;
  if (limitMinor === null || overflow.valueMinor + beside <= limitMinor)
    return reward;

  const withhold = legal.action === "cap";
  const sum = beside ? ` with the reward of ${beside}` : "";
  warnings.push({
    code: withhold ? "overflow_withheld" : "legal_limit",
    message: `The ${reward.to}'s ${named(overflow)} worth ${overflow.valueMinor}${sum} is above the ${limitMinor} that the law of ${legal.jurisdiction} allows here. ${withhold ? "It was not given: choose" : "It was given all the same: choose"} one of less value.`,
  });
  return withhold ? { ...reward, overflow: null } : reward;
}

function withinGuardrail(
  rewards: PlannedReward[],
  { program: { guardrail }, basis, warnings }: Situation,
): PlannedReward[] {
  const mostMinor = guardrailMinor(guardrail, basis);
  const givenMinor = rewards.reduce(
    (sum, reward) => sum + reward.amountMinor,
    0,
  );
  const costMinor = rewards.reduce(
    (sum, { overflow }) => sum + overflowCost(overflow),
    0,
  );
  if (mostMinor === null || !costMinor || givenMinor + costMinor <= mostMinor)
    return rewards;

  if (guardrail.action === "warn") {
    // Where the rewards alone were too much, it has been said.
    if (givenMinor <= mostMinor)
      warnings.push({
        code: "guardrail",
        message: `Rewards of ${givenMinor} and perks for what is above the cap, worth ${costMinor}, are together more than the ${mostMinor} that the guardrail allows. They were given all the same: choose a perk of less value, or set the guardrail to "cap".`,
      });
    return rewards;
  }
  warnings.push({
    code: "overflow_withheld",
    message: `Perks for what is above the cap are worth ${costMinor}, and beside the rewards of ${givenMinor} the guardrail allows ${mostMinor} in all. They were not given: choose a perk of less value.`,
  });
  return rewards.map((reward) =>
    overflowCost(reward.overflow) ? { ...reward, overflow: null } : reward,
  );
}

function named({ kind, name }: { kind: string; name: string }): string {
  return kind === "raffle" ? `entry for "${name}"` : `perk "${name}"`;
}
