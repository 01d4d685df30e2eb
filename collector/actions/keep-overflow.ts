import {
  overflowCost,
  type PlannedOverflow,
} from "../domain/planned-overflow.ts";
import type { Warning } from "../domain/warning.ts";
import {
  noteOverflowTakenBack,
  putOverflow,
  updateOverflow,
} from "../storage/queries/overflows.ts";
import { type RewardRow, selectReward } from "../storage/queries/rewards.ts";
import { braked } from "./braked.ts";
import type { PromisedTerms } from "./promised-terms.ts";
import type { Work } from "./work.ts";

interface Wanted {
  overflow: PlannedOverflow | null;
  /** Nothing new is given: something is taken back, or nothing is known that would earn more. */
  onlyLess?: boolean;
  /** A claim reserves nothing, like its reward. */
  isClaim?: boolean;
  /** Given to a claim, and not yet held to limits and budgets. */
  wasClaim?: boolean;
}

/**
 * Gives a reward what the part above its cap becomes, or takes it back: once for a reward, whatever is replayed. It goes
 * with its reward: a claim's waits with it, and a reward that is void, or that a limit or budget refused, has none.
 * A perk is a cost like the reward: limits of money and budgets have to hold it whole, or it is not given. A raffle's
 * entry costs nothing by itself, and is given wherever its reward is, if only in part.
 */
export async function keepOverflow(
  work: Work,
  terms: PromisedTerms,
  { id, site_id }: { id: string; site_id: string },
  { overflow, onlyLess, isClaim, wasClaim }: Wanted,
): Promise<void> {
  const { db } = work;
  const reward = await selectReward(db, site_id, id);
  if (!reward) return;
  const stands = reward.amount_minor + reward.compensation_minor > 0;
  const wanted = reward.state !== "void" && stands ? overflow : null;
  if (!wanted || wasClaim) await noteOverflowTakenBack(db, id, work.now());
  if (!wanted) return;

  if (hasOverflow(reward) && !wasClaim) {
    if (reward.overflow_above_minor !== wanted.aboveMinor)
      await updateOverflow(db, id, { above_minor: wanted.aboveMinor });
    return;
  }
  // A reward that is paid is given nothing new; what had been taken back from it, it may be given again.
  const isNew = reward.overflow_kind === null;
  if (onlyLess || (reward.state === "paid" && isNew)) return;
  if (!isClaim && (terms.brake || !(await fits(work, terms, reward, wanted))))
    return;
  await putOverflow(db, {
    reward_id: id,
    site_id,
    kind: wanted.kind,
    name: wanted.name,
    value_minor: wanted.valueMinor,
    currency: reward.currency,
    above_minor: wanted.aboveMinor,
    given_at: work.now(),
    taken_back_at: null,
  });
}

/** Whether it was given, and not taken back since. */
export function hasOverflow(
  reward: Pick<RewardRow, "overflow_kind" | "overflow_taken_back_at">,
): boolean {
  return (
    reward.overflow_kind !== null && reward.overflow_taken_back_at === null
  );
}

/** What the owner is told of a reward that the rules give something beside, where limits, budgets or a pause withheld it. */
export function withheldOverflow(
  reward: RewardRow,
  overflow: PlannedOverflow | null,
): Warning[] {
  if (!overflow || reward.state === "void" || hasOverflow(reward)) return [];
  return [
    {
      code: "overflow_withheld",
      message: `The ${reward.side}'s ${overflow.kind === "perk" ? "perk" : "raffle entry"} "${overflow.name}" for the ${overflow.aboveMinor} above the cap was not given: limits, budgets or a pause of the programme left no room for it, or the reward had been paid. Hand it over yourself if you want to.`,
    },
  ];
}

async function fits(
  work: Work,
  terms: PromisedTerms,
  reward: RewardRow,
  wanted: PlannedOverflow,
): Promise<boolean> {
  const amountMinor = overflowCost(wanted);
  if (amountMinor === 0) return true;
  const left = await braked(work, terms, {
    on: reward.step_on,
    side: reward.side,
    amountMinor,
    kind: "perk",
    at: reward.created_at,
    isNew: false,
  });
  return left.because === null;
}
