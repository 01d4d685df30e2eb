import { proportionOf, rateOf } from "./money.ts";
import type { Program } from "./program.ts";

type Rules = Pick<Program["guardrail"], "base" | "maxBps" | "minRoiPercent">;

/**
 * The most that all sides together may get for one conversion, or `null` for no limit. A share of a sale that is not
 * known (`null`) limits nothing. A lowest ROI of r percent allows gross x 100 / (100 + r), since ROI = (gross - reward) / reward.
 */
export function guardrailMinor(
  rules: Rules,
  of: { saleMinor: number | null; grossMinor: number | null },
): number | null {
  const base = rules.base === "sale" ? of.saleMinor : of.grossMinor;
  const limits: number[] = [];
  if (rules.maxBps !== null && base !== null) {
    limits.push(rateOf(base, rules.maxBps));
  }
  if (rules.minRoiPercent !== null && of.grossMinor !== null) {
    const wholeBps = 10_000 + Math.round(rules.minRoiPercent * 100);
    if (wholeBps > 0)
      limits.push(proportionOf(of.grossMinor, 10_000, wholeBps));
  }
  return limits.length === 0 ? null : Math.min(...limits);
}

/** Cuts `amounts` in proportion so that they add up to `totalMinor`: largest remainder, ties to the first. */
export function cutTo(
  totalMinor: number,
  amounts: readonly number[],
): number[] {
  const sum = amounts.reduce((a, b) => a + b, 0);
  if (sum <= totalMinor) return [...amounts];

  const shares = amounts.map((amount, index) => ({
    index,
    minor: proportionOf(totalMinor, amount, sum),
    remainder: (BigInt(totalMinor) * BigInt(amount)) % BigInt(sum),
  }));
  const given = shares.reduce((total, share) => total + share.minor, 0);
  shares
    .toSorted((a, b) =>
      a.remainder < b.remainder ? 1 : a.remainder > b.remainder ? -1 : 0,
    )
    .slice(0, totalMinor - given)
    .forEach((share) => {
      share.minor += 1;
    });
  return shares.map((share) => share.minor);
}
