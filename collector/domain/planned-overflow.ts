import type { Overflow } from "./program.ts";

/** What the part of a reward above the business cap becomes. */
export interface PlannedOverflow {
  kind: "raffle" | "perk";
  /** The prize, or the perk. */
  name: string;
  /** Worth of the prize, or of the perk. */
  valueMinor: number;
  /** The part above the cap that it stands for. */
  aboveMinor: number;
}

/** What a step makes of `aboveMinor`, or `null` where nothing is above the cap or the step makes nothing of it. */
export function plannedOverflow(
  overflow: Overflow | undefined,
  aboveMinor: number,
): PlannedOverflow | null {
  if (!overflow || overflow.kind === "none" || aboveMinor <= 0) return null;
  const { kind, valueMinor } = overflow;
  const name = kind === "raffle" ? overflow.prize : overflow.name;
  return { kind, name, valueMinor, aboveMinor };
}

/**
 * What giving it costs the shop for this one conversion: the whole of a perk. An entry in a raffle costs nothing by
 * itself: one prize is drawn among all entries, so it is a cost of the draw (`programWarnings` says how many it takes).
 */
export function overflowCost(
  overflow: PlannedOverflow | Overflow | null,
): number {
  return overflow?.kind === "perk" ? overflow.valueMinor : 0;
}
