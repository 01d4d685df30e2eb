import type { Boost, Program } from "./program.ts";
import type { Warning } from "./warning.ts";

/** What the parts of a programme say against one another, so that some of it has no effect. */
export function contradictions(program: Program): Warning[] {
  return [
    ...repeatedSteps(program),
    ...unknownSteps(program),
    ...emptyPeriods(program),
    ...overlappingBoosts(program),
    ...noRewards(program),
  ];
}

function repeatedSteps({ steps }: Program): Warning[] {
  return steps
    .filter(
      (step, index) => steps.findIndex(({ on }) => on === step.on) < index,
    )
    .map(({ on }) => ({
      code: "repeated_step",
      message: `The step "${on}" is there more than once; only the first counts.`,
    }));
}

function unknownSteps({ steps, boosts, limits }: Program): Warning[] {
  const isUnknown = (on: string | null): on is string =>
    on !== null && steps.every((step) => step.on !== on);
  const named = [...boosts, ...limits].map(({ on }) => on).filter(isUnknown);
  return [...new Set(named)].map((on) => ({
    code: "unknown_step",
    message: `A boost or limit names the step "${on}", which the programme does not have, and has no effect.`,
  }));
}

function emptyPeriods({ startsAt, endsAt, boosts }: Program): Warning[] {
  const warnings: Warning[] = [];
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt) {
    warnings.push({
      code: "ends_before_start",
      message: "The programme ends before it starts, so it never runs.",
    });
  }
  if (boosts.some(({ from, to }) => to <= from)) {
    warnings.push({
      code: "ends_before_start",
      message: "A boost ends before it starts, so it never applies.",
    });
  }
  return warnings;
}

function overlappingBoosts({ boosts }: Program): Warning[] {
  const overlap = (a: Boost, b: Boost) =>
    a.on === b.on && a.from < b.to && b.from < a.to;
  const isSecond = (boost: Boost, index: number) =>
    boosts.slice(0, index).some((earlier) => overlap(earlier, boost));
  if (!boosts.some(isSecond)) return [];
  return [
    {
      code: "overlapping_boosts",
      message:
        "Two boosts of one step overlap: the first in the list that names a side counts, they do not add up.",
    },
  ];
}

function noRewards({ steps }: Program): Warning[] {
  if (steps.some((step) => step.referrer || step.friend)) return [];
  return [
    {
      code: "no_rewards",
      message: "No step rewards anybody.",
    },
  ];
}
