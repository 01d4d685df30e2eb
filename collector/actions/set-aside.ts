import { updateConversion } from "../storage/queries/conversions.ts";
import {
  answerConversion,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { findConversion } from "./find-conversion.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/**
 * Takes an order that matched nobody out of the list of those. It can still be credited, and nothing else of it changes.
 * Doing it twice changes nothing. Throws `not_found`.
 */
export async function setAside(
  work: Work,
  input: { siteId: string; conversion: string; reason: string; by: string },
): Promise<ConversionAnswer> {
  const row = await findConversion(work, input.siteId, input.conversion);
  if (row.set_aside_at === null) {
    await updateConversion(work.db, row.id, { set_aside_at: work.now() });
    await noteAct(work, {
      siteId: input.siteId,
      by: input.by,
      action: "set_aside_conversion",
      subject: row.id,
      reason: input.reason,
    });
  }
  return answerConversion(work, row.id);
}
