import { type FraudFacts, type FraudSign, fraudRules } from "./fraud-rules.ts";

/** What the rules make of a credited order. It never refuses: it only decides whether somebody has to look first. */
export interface FraudVerdict {
  /** 0 to 100. */
  score: number;
  /** Whether the rewards wait for the owner. */
  held: boolean;
  /** The heaviest first. */
  reasons: FraudSign[];
  /** The owner has looked at it and let it through. */
  released?: true;
}

/**
 * Rewards of an order with so many points wait for the owner. Every strong sign reaches it alone; the weak ones
 * (a busy day, a quick order, a question nobody answered) do not even together: households and offices look like that.
 */
export const holdScore = 60;

/** Weighs an order. The same facts always give the same verdict, whatever the order of the rules. */
export function fraudVerdict(facts: FraudFacts): FraudVerdict {
  const reasons = fraudRules
    .map((rule) => rule(facts))
    .filter((sign) => sign !== null)
    .sort((a, b) => b.points - a.points || (a.code < b.code ? -1 : 1));
  const score = Math.min(
    100,
    reasons.reduce((total, { points }) => total + points, 0),
  );
  return { score, held: score >= holdScore, reasons };
}
