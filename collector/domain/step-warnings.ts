import type { Program, Step } from "./program.ts";
import { raffleWarnings } from "./raffle-warnings.ts";
import type { Warning } from "./warning.ts";

/** What one step promises that costs too much, is never paid as stated or never happens. */
export function stepWarnings(program: Program, step: Step): Warning[] {
  return [
    ...unlimitedLeads(program, step),
    ...rateOfNothing(step),
    ...aboveCap(step),
    ...raffleWarnings(program, step),
    ...idleOverflow(step),
  ];
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
