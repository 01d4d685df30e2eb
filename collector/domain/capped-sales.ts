import { amountInForce } from "./amount-in-force.ts";
import { businessCap } from "./business-cap.ts";
import type { Amount, Program, Step } from "./program.ts";

const largestMinor = 1_000_000_000_000;

/**
 * The lowest sale at which the fixed part of the cap begins to cut a rate, for each side that has one: what becomes of
 * the part above is dearest there. Nothing where no sale is large enough.
 */
export function cappedSales(
  program: Program,
  step: Step,
  { marginBps, at }: { marginBps: number; at: number },
): number[] {
  const sides = ["referrer", "friend"] as const;
  const found = sides.flatMap((to) => {
    const amount = amountInForce(program, step, to, at);
    return amount ? cappedSale(step, amount, marginBps) : [];
  });
  return [...new Set(found)];
}

function cappedSale(step: Step, amount: Amount, marginBps: number): number[] {
  const { capMinor } = businessCap(step.cap, null);
  const rateBps = amount.kind === "perk" ? 0 : (amount.rateBps ?? 0);
  if (capMinor === null || rateBps === 0) return [];
  const baseMinor = divided((capMinor + 1) * 10_000, rateBps);
  const ofSale =
    step.base === "sale" ? baseMinor : divided(baseMinor * 10_000, marginBps);
  const saleMinor = divided(ofSale, step.months ?? 1);
  return saleMinor <= largestMinor ? [saleMinor] : [];
}

/** Rounded up; no end where the share is nothing. */
function divided(whole: number, by: number): number {
  return by === 0 ? Number.POSITIVE_INFINITY : Math.ceil(whole / by);
}
