import { leadLoss } from "./lead-loss.ts";
import { legalLimit } from "./legal-limit.ts";
import type { Boost, Program, Step } from "./program.ts";
import { probeWarnings } from "./program-probes.ts";
import type { Warning } from "./rewards-for.ts";

/**
 * What an owner should know before such rules are published: what can lose money, what the law may forbid, what
 * contradicts itself. Each code comes once, with an example of each step. Rules without a fault answer none.
 */
export function programWarnings(program: Program): Warning[] {
  const ofSteps = program.steps.flatMap((step) =>
    oncePerCode([
      ...probeWarnings(program, step),
      ...unlimitedLeads(program, step),
      ...rateOfNothing(step),
      ...aboveCap(step),
      ...raffle(program, step),
      ...idleOverflow(step),
    ]),
  );
  return inOne([
    ...ofSteps,
    ...leadLoss(program),
    ...repeatedSteps(program),
    ...unknownSteps(program),
    ...emptyPeriods(program),
    ...overlappingBoosts(program),
    ...noRewards(program),
  ]);
}

/** One warning for each code, with what all of them say. */
export function inOne(warnings: Warning[]): Warning[] {
  const said = new Map<string, Set<string>>();
  for (const { code, message } of warnings)
    said.set(code, (said.get(code) ?? new Set()).add(message));
  return [...said].map(([code, messages]) => {
    const figures = warnings.flatMap((warning) =>
      warning.code === code ? (warning.figures ?? []) : [],
    );
    return {
      code,
      message: [...messages].join(" "),
      ...(figures.length > 0 ? { figures } : {}),
    };
  });
}

function oncePerCode(warnings: Warning[]): Warning[] {
  const first = new Map<string, Warning>();
  for (const warning of warnings) {
    if (!first.has(warning.code)) first.set(warning.code, warning);
  }
  return [...first.values()];
}

/** Leads cost money before any sale brings some: nothing but a limit or a budget bounds that. */
function unlimitedLeads(program: Program, step: Step): Warning[] {
  const pays = step.referrer !== null || step.friend !== null;
  const isBounded =
    program.budgetMinor !== null ||
    step.budgetMinor !== null ||
    program.limits.some((limit) => limit.on === null || limit.on === step.on);
  if (step.on !== "lead" || !pays || isBounded) return [];
  return [
    {
      code: "unlimited_leads",
      message:
        "Rewards for leads have neither a limit nor a budget, and are paid before anything is sold. Add a limit per member or a budget.",
    },
  ];
}

function rateOfNothing(step: Step): Warning[] {
  const isRate = [step.referrer, step.friend].some(
    (amount) =>
      amount && amount.kind !== "perk" && amount.fixedMinor === undefined,
  );
  if (step.on !== "lead" || !isRate) return [];
  return [
    {
      code: "rate_on_lead",
      message:
        "A lead usually has no amount, so a rate of it pays nothing. Give a fixed amount.",
    },
  ];
}

function aboveCap(step: Step): Warning[] {
  const { cap } = step;
  return (["referrer", "friend"] as const).flatMap((to) => {
    const amount = step[to];
    if (!amount || !cap) return [];
    const fixed =
      amount.kind === "perk" ? amount.valueMinor : (amount.fixedMinor ?? 0);
    const rate = amount.kind === "perk" ? 0 : (amount.rateBps ?? 0);
    const overFixed = cap.fixedMinor !== undefined && fixed > cap.fixedMinor;
    const overRate =
      step.base !== "sale" &&
      cap.ofGrossBps !== undefined &&
      rate > cap.ofGrossBps;
    if (!overFixed && !overRate) return [];
    return [
      {
        code: "above_cap",
        message: `The ${to}'s amount at "${step.on}" is always above its cap, so it is never paid as stated. Raise the cap or lower the amount.`,
      },
    ];
  });
}

/**
 * The prize is announced to everybody, so it is held to the lowest sale. A referrer's draw has no limit where anybody
 * may refer.
 */
function raffle({ legal, currency }: Program, step: Step): Warning[] {
  const { overflow } = step;
  if (overflow?.kind !== "raffle") return [];
  const limits = (["referrer", "friend"] as const).flatMap((to) => {
    const limit = legalLimit({
      to,
      kind: "raffle",
      transactionMinor: step.on === "lead" ? null : legal.lowestSaleMinor,
      currency,
      legal,
    });
    return step[to] && limit !== null ? [limit] : [];
  });
  const limitMinor = Math.min(...limits);
  if (overflow.valueMinor <= limitMinor) return [];
  return [
    {
      code: "legal_raffle",
      message: `The raffle's prize of ${overflow.valueMinor} is above the ${limitMinor} that Japan allows where the lowest sale is ${legal.lowestSaleMinor}. Lower its value.`,
      figures: [
        {
          on: step.on,
          amountMinor: legal.lowestSaleMinor,
          valueMinor: overflow.valueMinor,
          limitMinor,
        },
      ],
    },
  ];
}

/** Announced, and never given: without a cap nothing is above one. */
function idleOverflow({ on, cap, overflow }: Step): Warning[] {
  if (!overflow || overflow.kind === "none") return [];
  if (cap?.fixedMinor !== undefined || cap?.ofGrossBps !== undefined) return [];
  return [
    {
      code: "overflow_without_cap",
      message: `The step "${on}" has no cap, so nothing is ever above it and nobody gets the ${overflow.kind === "raffle" ? "raffle's entry" : "perk"}. Set a cap.`,
    },
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
