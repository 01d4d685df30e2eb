import { conflict } from "../domain/conflict.ts";
import { updateConversion } from "../storage/queries/conversions.ts";
import {
  answerConversion,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { isTrusted } from "./conversion-word.ts";
import { findConversion } from "./find-conversion.ts";
import { noteAct } from "./note-act.ts";
import { releaseRewards } from "./release-rewards.ts";
import type { Work } from "./work.ts";

/**
 * Says of a browser's claim that there is no such order: its rewards go, and it waits no more.
 * Should the shop's server name the order after all, its word counts. Doing it twice changes nothing.
 * Throws `state_conflict` for an order that a trusted word stands behind: that one is refunded.
 */
export async function refuseConversion(
  work: Work,
  input: { siteId: string; conversion: string; reason: string; by: string },
): Promise<ConversionAnswer> {
  const { siteId, reason } = input;
  const row = await findConversion(work, siteId, input.conversion);
  if (isTrusted(row.trust))
    throw conflict(
      "order_verified",
      "This order is verified. Refund it instead.",
    );
  if (row.trust === "claim") {
    await noteAct(work, {
      siteId,
      by: input.by,
      action: "refuse_conversion",
      subject: row.id,
      reason,
    });
    await releaseRewards(work, row, "unverified", reason);
    await updateConversion(work.db, row.id, {
      trust: "refused",
      referral_id: null,
      member_id: null,
      credited_code: null,
      credited_by: null,
      credited_at: null,
      because: "unverified",
    });
  }
  return answerConversion(work, row.id);
}
