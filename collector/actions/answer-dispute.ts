import type { MyDispute } from "../../sdk/protocol/me.ts";
import type { DisputeRow } from "../storage/queries/disputes.ts";
import type { Reading } from "./work.ts";

/** A dispute as the member sees it. */
export function answerDispute({ vault }: Reading, row: DisputeRow): MyDispute {
  return {
    id: row.id,
    about: row.about,
    message: vault.decrypt(row.message),
    state: row.state,
    answer: row.answer === null ? null : vault.decrypt(row.answer),
    at: row.created_at,
    answeredAt: row.answered_at,
  };
}
