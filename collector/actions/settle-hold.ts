import {
  type ConversionRow,
  updateConversion,
} from "../storage/queries/conversions.ts";
import { selectRewardsOf, updateReward } from "../storage/queries/rewards.ts";
import {
  answerConversion,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { voidReward } from "./change-reward.ts";
import { confirmDue } from "./confirm-due.ts";
import { findConversion } from "./find-conversion.ts";
import { verdictIn } from "./hold-rewards.ts";
import { isHoldOver } from "./is-hold-over.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

interface Settlement {
  siteId: string;
  conversion: string;
  by: string;
}

/**
 * Lets an order through that was held for a check. Its rewards wait for their time like any other's, and are confirmed
 * where it is over; no later word holds them again. Doing it twice changes nothing. Throws `not_found`.
 */
export async function releaseHold(
  work: Work,
  { siteId, conversion, by }: Settlement,
): Promise<ConversionAnswer> {
  const row = await findConversion(work, siteId, conversion);
  const held = await heldRewards(work, row);
  const verdict = verdictIn(row);
  if (held.length > 0) {
    await noteAct(work, {
      siteId,
      by,
      action: "release_hold",
      subject: row.id,
    });
    if (verdict)
      await updateConversion(work.db, row.id, {
        verdict: JSON.stringify({ ...verdict, held: false, released: true }),
      });
  }
  for (const reward of held) {
    if (await isHoldOver(work, row, reward))
      await confirmDue(work, reward, { actor: by, reason: "release_hold" });
    else await updateReward(work.db, reward.id, { because: "hold_period" });
  }
  return answerConversion(work, row.id);
}

/** Takes back what an order's hold keeps waiting, and says why. Doing it twice changes nothing. Throws `not_found`. */
export async function voidHeld(
  work: Work,
  { siteId, conversion, reason, by }: Settlement & { reason: string },
): Promise<ConversionAnswer> {
  const row = await findConversion(work, siteId, conversion);
  for (const { id: reward } of await heldRewards(work, row))
    await voidReward(work, { siteId, reward, reason, by });
  return answerConversion(work, row.id);
}

async function heldRewards({ db }: Work, { id }: ConversionRow) {
  const rewards = await selectRewardsOf(db, [id]);
  return rewards.filter(
    ({ state, because }) => state === "pending" && because === "fraud_hold",
  );
}
