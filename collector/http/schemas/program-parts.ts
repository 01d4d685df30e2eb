/** Parts of a programme's rules that a simulation takes too. */
import { z } from "zod";
import { amountOrZero, basisPoints, says, text, whole } from "./fields.ts";

export const capFields = z.strictObject({
  ofGrossBps: basisPoints.optional(),
  fixedMinor: amountOrZero.optional(),
});

/** Of a prize or a perk. */
const overflowName = text({ max: 200 });

export const overflowFields = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({
    kind: z.literal("raffle"),
    prize: overflowName,
    valueMinor: amountOrZero,
  }),
  z.strictObject({
    kind: z.literal("perk"),
    name: overflowName,
    valueMinor: amountOrZero,
  }),
]);

export const guardrail = {
  base: z.enum(["sale", "gross_profit"]),
  maxBps: z.union(
    [whole(0, 1_000_000), z.null()],
    says("basis points, or null"),
  ),
  minRoiPercent: z.union(
    [z.number().min(-100).max(1_000_000), z.null()],
    says("a percentage, or null"),
  ),
  action: z.enum(["warn", "cap", "refuse"]),
};

export const guardrailFields = z.strictObject(guardrail);
