import type { Amount, Program, Step } from "./program.ts";

/**
 * What one side is promised by `step` at an instant (epoch milliseconds): the first boost then in force that names the side,
 * with `null` meaning nothing, else the step's own amount. A boost holds from `from` until just before `to`.
 */
export function amountInForce(
  program: Program,
  step: Step,
  to: "referrer" | "friend",
  at: number,
): Amount | null {
  const boost = program.boosts.find(
    (candidate) =>
      candidate.on === step.on &&
      candidate.from <= at &&
      at < candidate.to &&
      candidate[to] !== undefined,
  );
  return boost?.[to] !== undefined ? boost[to] : step[to];
}
