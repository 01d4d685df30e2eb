import { amountInForce } from "./amount-in-force.ts";
import { businessCap, type CapName } from "./business-cap.ts";
import type { Figures } from "./figures.ts";
import { type Basis, grossProfit, type Sale } from "./gross-profit.ts";
import { cutTo, guardrailMinor } from "./guardrail.ts";
import { legalLimit } from "./legal-limit.ts";
import type { PlannedOverflow } from "./planned-overflow.ts";
import type { Program, RewardKind, Step } from "./program.ts";
import { promisedAmount } from "./promised-amount.ts";
import { withOverflows } from "./with-overflows.ts";

export type Brake = CapName | "guardrail" | "legal";

export interface PlannedReward {
  to: "referrer" | "friend";
  kind: RewardKind;
  /** Name of a perk, else `null`. */
  name: string | null;
  /** Above 0. A perk's is its whole value. */
  amountMinor: number;
  /** What made it less than promised, in the order applied. */
  cappedBy: Brake[];
  /** The part above the business cap. */
  overflowMinor: number;
  /** What that part becomes, on top of the amount, or `null`. */
  overflow: PlannedOverflow | null;
}

export interface Warning {
  code: string;
  message: string;
  /** The same in numbers, one for each example; the owner's pages alone read them. */
  figures?: Figures[];
}

export interface RewardPlan {
  rewards: PlannedReward[];
  warnings: Warning[];
  /** Gross profit of what is left of the sale, over the step's months; 0 where no sale is known. */
  grossMinor: number;
}

export interface RewardCase {
  program: Program;
  /** `lead`, `sale` or a later stage. */
  on: string;
  /** In the programme's currency: the caller passes no other. */
  sale: Sale;
  /** Time of the credited touch: a boost in force then beats the step's amounts. */
  at: number;
}

/**
 * What each side gets for one conversion, as far as the conversion alone decides (limits and budgets: `brakes.ts`).
 *
 * Order: rate or fixed amount, rounded down; business cap per person; guardrail over both sides; legal check. A side that
 * comes to 0 has no reward; what is above the cap becomes what the step says. A refund never raises a reward, and the reward of a lead, once earned, outlives refunds.
 */
export function rewardsFor(input: RewardCase): RewardPlan {
  if (input.sale.refundedMinor === 0) return planned(input);

  const sale = { ...input.sale, refundedMinor: 0 };
  const before = planned({ ...input, sale });
  if (input.on === "lead") return before;

  const after = planned(input);
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

function planned({ program, on, sale, at }: RewardCase): RewardPlan {
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

  const inCap = promises({ program, step, basis, at }).map((reward) =>
    withCap(reward, step, basis),
  );
  const inGuardrail = withGuardrail(inCap, program, basis, warnings);
  const inLaw = inGuardrail.map((reward) =>
    withLaw(reward, program, on, basis, warnings),
  );
  const given = inLaw.filter((reward) => isGiven(reward, warnings));
  return {
    rewards: withOverflows(given, { program, step, basis, warnings }),
    warnings,
    grossMinor: basis.grossMinor ?? 0,
  };
}

function promises(input: {
  program: Program;
  step: Step;
  basis: Basis;
  at: number;
}): PlannedReward[] {
  const { step, basis } = input;
  return (["referrer", "friend"] as const).flatMap((to) => {
    const amount = amountInForce(input.program, step, to, input.at);
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

function withCap(
  reward: PlannedReward,
  step: Step,
  basis: Basis,
): PlannedReward {
  const { capMinor, by } = businessCap(step.cap, basis.grossMinor);
  if (capMinor === null || reward.amountMinor <= capMinor) return reward;
  const overflowMinor = reward.amountMinor - capMinor;
  return { ...reward, amountMinor: capMinor, overflowMinor, cappedBy: by };
}

function withGuardrail(
  rewards: PlannedReward[],
  { guardrail }: Program,
  basis: Basis,
  warnings: Warning[],
): PlannedReward[] {
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

function withLaw(
  reward: PlannedReward,
  { legal, currency }: Program,
  on: string,
  basis: Basis,
  warnings: Warning[],
): PlannedReward {
  const limitMinor = legalLimit({
    to: reward.to,
    kind: reward.kind,
    transactionMinor: on === "lead" ? null : basis.paymentMinor,
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
