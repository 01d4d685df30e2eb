import { conflict } from "../domain/conflict.ts";
import { announceConversion } from "./announce-change.ts";
import {
  answerConversion,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { creditConversion } from "./credit-conversion.ts";
import { findConversion } from "./find-conversion.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/**
 * Vouches for a browser's claim: its facts count from now on. Doing it twice changes nothing.
 * Throws `state_conflict` where the owner has refused it.
 */
export async function verifyConversion(
  work: Work,
  input: { siteId: string; conversion: string; by: string },
): Promise<ConversionAnswer> {
  const known = await findConversion(work, input.siteId, input.conversion);
  if (known.trust === "refused")
    throw conflict(
      "order_refused",
      "This order was refused as not real. If it is, let the shop's server report it.",
    );
  if (known.trust === "claim") {
    await noteAct(work, {
      siteId: input.siteId,
      by: input.by,
      action: "verify_conversion",
      subject: known.id,
    });
    await creditConversion(work, { ...known, trust: "owner" }, known);
    const verified = await answerConversion(work, known.id);
    await announceConversion(work, input.siteId, verified, "verified");
    return verified;
  }
  return answerConversion(work, known.id);
}
