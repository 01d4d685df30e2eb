import { amountInForce } from "./amount-in-force.ts";
import { rateOf } from "./money.ts";
import type { Amount, Program, RewardKind, Step } from "./program.ts";

/** What one side is promised at one step. The wire's `OfferTerm` has the same shape. */
export interface OfferTerm {
  kind: RewardKind;
  currency: string;
  /** A fixed amount (a perk's value) in minor units, or `null` where a rate is paid. */
  fixedMinor: number | null;
  /** Basis points of the price paid, rounded down, or `null`. */
  ofPriceBps: number | null;
  /** The most that one person can get for one conversion, or `null`. */
  maxMinor: number | null;
  /** Name of a perk, or `null`. */
  name: string | null;
}

export interface OfferStep {
  on: string;
  holdDays: number;
  referrer: OfferTerm | null;
  friend: OfferTerm | null;
}

export interface Offer {
  referrer: OfferTerm | null;
  friend: OfferTerm | null;
  steps: OfferStep[];
}

/**
 * What customers are told. A rate of gross profit is restated as a share of the price they pay, at the default margin:
 * "3 %" of gross profit must never be read as 3 % of the price. Where the cap's share of gross profit is lower, it is
 * the one stated. `at` (epoch milliseconds) lets a boost then in force be part of the offer.
 */
export function offerOf(program: Program, at?: number): Offer {
  const steps = program.steps.map((step) => ({
    on: step.on,
    holdDays: step.holdDays,
    referrer: term(program, step, "referrer", at),
    friend: term(program, step, "friend", at),
  }));
  return {
    referrer: steps.find((step) => step.referrer)?.referrer ?? null,
    friend: steps.find((step) => step.friend)?.friend ?? null,
    steps,
  };
}

function term(
  program: Program,
  step: Step,
  to: "referrer" | "friend",
  at: number | undefined,
): OfferTerm | null {
  const amount =
    at === undefined ? step[to] : amountInForce(program, step, to, at);
  if (!amount) return null;

  const fixedMinor = fixedOf(amount, step);
  const isRate = fixedMinor === null;
  return {
    kind: amount.kind,
    currency: program.currency,
    fixedMinor,
    ofPriceBps: isRate ? shareOfPrice(amount, step, program) : null,
    maxMinor: isRate ? (step.cap?.fixedMinor ?? null) : null,
    name: amount.kind === "perk" ? amount.name : null,
  };
}

function fixedOf(amount: Amount, step: Step): number | null {
  if (amount.kind === "perk") return amount.valueMinor;
  if (amount.fixedMinor === undefined) return null;
  return Math.min(amount.fixedMinor, step.cap?.fixedMinor ?? Infinity);
}

function shareOfPrice(amount: Amount, step: Step, program: Program): number {
  const rateBps = (amount.kind !== "perk" && amount.rateBps) || 0;
  const months = step.months ?? 1;
  const margin = program.margins.default * months;
  const promised =
    step.base === "sale" ? rateBps * months : rateOf(margin, rateBps);
  const capBps = step.cap?.ofGrossBps;
  return capBps === undefined
    ? promised
    : Math.min(promised, rateOf(margin, capBps));
}
