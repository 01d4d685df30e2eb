import type { Amount, Program, Step } from "./program.ts";
import { playedProbes } from "./program-probes.ts";

type Side = "referrer" | "friend";

/** What the gifts of one side are worth at a step, as its rules and boosts promise them: fixed amounts, each once. */
export function giftsPromised(
  { steps, boosts }: Pick<Program, "steps" | "boosts">,
  { on, to }: { on: string; to: Side },
): number[] {
  const values = [...steps, ...boosts]
    .filter((step) => step.on === on)
    .flatMap((step) => fixedGift(step[to]));
  return [...new Set(values)];
}

/** What they come to where a cap, the guardrail or the law cuts: a rule that cuts changes the code that is needed. */
export function giftsGiven(
  program: Program,
  step: Step,
  to: Side,
): { valueMinor: number; where: string }[] {
  const gifts = playedProbes(program, step).flatMap(({ plan, where }) =>
    plan.rewards
      .filter((reward) => reward.to === to && reward.kind === "gift")
      .map(({ amountMinor }) => ({ valueMinor: amountMinor, where })),
  );
  return gifts.filter(
    ({ valueMinor }, index) =>
      gifts.findIndex((gift) => gift.valueMinor === valueMinor) === index,
  );
}

function fixedGift(amount: Amount | null | undefined): number[] {
  return amount?.kind === "gift" && amount.fixedMinor !== undefined
    ? [amount.fixedMinor]
    : [];
}
