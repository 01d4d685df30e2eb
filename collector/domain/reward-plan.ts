import type { CapName } from "./business-cap.ts";
import type { Basis, Sale } from "./gross-profit.ts";
import type { PlannedOverflow } from "./planned-overflow.ts";
import type { Program, RewardKind, Step } from "./program.ts";
import type { Warning } from "./warning.ts";

export interface RewardCase {
  program: Program;
  /** `lead`, `sale` or a later stage. */
  on: string;
  /** In the programme's currency: the caller passes no other. */
  sale: Sale;
  /** Time of the credited touch: a boost in force then beats the step's amounts. */
  at: number;
}

export interface RewardPlan {
  rewards: PlannedReward[];
  warnings: Warning[];
  /** Gross profit of what is left of the sale, over the step's months; 0 where no sale is known. */
  grossMinor: number;
}

export interface PlannedReward {
  to: "referrer" | "friend";
  kind: RewardKind;
  /** Name of a perk, else `null`. */
  name: string | null;
  /** Above 0. A perk's is its whole value. */
  amountMinor: number;
  /** What made it less than promised, in the order applied. */
  cappedBy: Brake[];
  /** The part above the business cap. */
  overflowMinor: number;
  /** What that part becomes, on top of the amount, or `null`. */
  overflow: PlannedOverflow | null;
}

/** What the rewards of one plan are held against. */
export interface Situation {
  program: Program;
  step: Step;
  basis: Basis;
  /** What there is to say on the way is added. */
  warnings: Warning[];
}

export type Brake = CapName | "guardrail" | "legal";
