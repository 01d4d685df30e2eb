import { contradictions } from "./contradictions.ts";
import { leadLoss } from "./lead-loss.ts";
import type { Program } from "./program.ts";
import { probeWarnings } from "./program-probes.ts";
import { stepWarnings } from "./step-warnings.ts";
import { inOne, oncePerCode, type Warning } from "./warning.ts";

/**
 * What an owner should know before such rules are published: what can lose money, what the law may forbid, what
 * contradicts itself. Each code comes once, with an example of each step. Rules without a fault answer none.
 */
export function programWarnings(program: Program): Warning[] {
  const ofSteps = program.steps.flatMap((step) =>
    oncePerCode([
      ...probeWarnings(program, step),
      ...stepWarnings(program, step),
    ]),
  );
  return inOne([...ofSteps, ...leadLoss(program), ...contradictions(program)]);
}
