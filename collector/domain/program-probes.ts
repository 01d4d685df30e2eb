import { cappedSales } from "./capped-sales.ts";
import { overflowCost } from "./planned-overflow.ts";
import type { Program, Step } from "./program.ts";
import type { RewardPlan } from "./reward-plan.ts";
import { rewardsFor } from "./rewards-for.ts";
import type { Warning } from "./warning.ts";

/**
 * Plays a step with every class of goods and every boost, at the lowest sale and at a hundred times that: rewards are
 * the largest part of a sale where it is smallest, for fixed amounts do not shrink with it and caps only bind above.
 * Where something becomes of the part above the cap, the lowest sale that the cap cuts is played too.
 */
export function probeWarnings(program: Program, step: Step): Warning[] {
  return playedProbes(program, step).flatMap(({ probe, plan, where }) => {
    const { amountMinor, marginClass } = probe;
    const isBoost = probe.at !== -Infinity;
    const example = { on: step.on, amountMinor, marginClass, isBoost };
    const found: Warning[] = [
      ...loss(plan, probe, where),
      ...prize(plan, where),
      ...braked(plan, where),
      ...plan.warnings.map(({ code, message }) => ({
        code,
        message: `${where}: ${message}`,
      })),
    ];
    return found.map((warning) => ({
      ...warning,
      figures: [{ ...example, ...warning.figures?.[0] }],
    }));
  });
}

/** What such a conversion would pay, with the words that say which one it is. */
export interface PlayedProbe {
  probe: Probe;
  plan: RewardPlan;
  where: string;
}

export function playedProbes(program: Program, step: Step): PlayedProbe[] {
  return probesOf(program, step).map((probe) => ({
    probe,
    plan: rewardsFor({
      program,
      on: step.on,
      sale: { ...probe, grossProfitMinor: null, refundedMinor: 0 },
      at: probe.at,
    }),
    where: describe(step, probe),
  }));
}

interface Probe {
  amountMinor: number | null;
  marginClass: string | null;
  at: number;
}

function probesOf(program: Program, step: Step): Probe[] {
  const boosts = program.boosts.filter((boost) => boost.on === step.on);
  const instants = [-Infinity, ...boosts.map((boost) => boost.from)];
  if (step.on === "lead") {
    return instants.map((at) => ({ amountMinor: null, marginClass: null, at }));
  }
  const lowestMinor = Math.max(1, program.legal.lowestSaleMinor);
  return instants.flatMap((at) =>
    Object.entries(program.margins).flatMap(([marginClass, marginBps]) => {
      const hasOverflow = (step.overflow?.kind ?? "none") !== "none";
      const capped = hasOverflow
        ? cappedSales(program, step, { marginBps, at })
        : [];
      return [lowestMinor, lowestMinor * 100, ...capped].map((amountMinor) => ({
        amountMinor,
        marginClass,
        at,
      }));
    }),
  );
}

function describe(step: Step, { amountMinor, marginClass, at }: Probe): string {
  const sale = amountMinor === null ? "" : ` of ${amountMinor}`;
  const goods =
    marginClass === null || marginClass === "default"
      ? ""
      : ` in the class "${marginClass}"`;
  return `A ${step.on}${sale}${goods}${at === -Infinity ? "" : " during a boost"}`;
}

function loss(plan: RewardPlan, probe: Probe, where: string): Warning[] {
  const { rewardsMinor, perksMinor } = costOf(plan);
  const sumMinor = rewardsMinor + perksMinor;
  if (probe.amountMinor === null || sumMinor <= plan.grossMinor) return [];
  const costs = perksMinor
    ? `its rewards of ${rewardsMinor} and the perks for what is above the cap would be ${sumMinor} together`
    : `its rewards would be ${sumMinor}`;
  return [
    {
      code: "can_lose_money",
      message: `${where} has a gross profit of ${plan.grossMinor}, and ${costs}. Lower them, add a cap of gross profit, or let the guardrail cap.`,
      figures: [{ grossMinor: plan.grossMinor, costMinor: sumMinor }],
    },
  ];
}

function costOf({ rewards }: RewardPlan) {
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  return {
    rewardsMinor: sum(rewards.map(({ amountMinor }) => amountMinor)),
    perksMinor: sum(rewards.map(({ overflow }) => overflowCost(overflow))),
  };
}

/** One prize is drawn among all entries: a draw of too few sales costs more than they earned. */
function prize(plan: RewardPlan, where: string): Warning[] {
  const raffle = plan.rewards.find(
    ({ overflow }) => overflow?.kind === "raffle",
  )?.overflow;
  const leftMinor = plan.grossMinor - costOf(plan).rewardsMinor;
  if (!raffle || raffle.valueMinor <= leftMinor) return [];
  const cure =
    leftMinor > 0
      ? `Draw only when at least ${Math.ceil(raffle.valueMinor / leftMinor)} such sales take part, or lower its value.`
      : "Such sales never pay for it: lower the rewards.";
  return [
    {
      code: "raffle_cost",
      message: `${where} leaves ${leftMinor} of gross profit after its rewards, and enters the draw of a prize of ${raffle.valueMinor}. ${cure}`,
      figures: [{ grossMinor: leftMinor, valueMinor: raffle.valueMinor }],
    },
  ];
}

function braked({ rewards }: RewardPlan, where: string): Warning[] {
  const cutBy = (brake: "guardrail" | "legal") =>
    rewards.some((reward) => reward.cappedBy.includes(brake));
  const warnings: Warning[] = [];
  if (cutBy("guardrail")) {
    warnings.push({
      code: "guardrail",
      message: `${where} would pay less than offered: the guardrail cuts it. Lower the amounts, so that the offer can be kept.`,
    });
  }
  if (cutBy("legal")) {
    warnings.push({
      code: "legal_limit",
      message: `${where} would pay less than offered: the legal limit cuts it. Give points or a coupon of the shop, or lower the amount.`,
    });
  }
  return warnings;
}
