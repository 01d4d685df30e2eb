import { conflict } from "../domain/conflict.ts";
import {
  selectDispute,
  settleDispute as settle,
} from "../storage/queries/disputes.ts";
import { answerDispute } from "./answer-dispute.ts";
import { found } from "./found.ts";
import { type DisputeAnswer, shopDispute } from "./list-disputes.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/**
 * The shop's answer to a dispute, which the member then reads. It only says; what follows from it (a credit, a confirmation)
 * is an act of its own. The same answer again changes nothing. Throws `not_found`, and `state_conflict` for another answer.
 */
export async function settleDispute(
  work: Work,
  input: {
    siteId: string;
    dispute: string;
    decision: "upheld" | "declined";
    message: string;
    by: string;
  },
): Promise<DisputeAnswer> {
  const { db, vault } = work;
  const { siteId, decision, message, by } = input;
  const dispute = found(await selectDispute(db, siteId, input.dispute), {
    expected: 'the id of a dispute ("dsp_...")',
    id: input.dispute,
  });
  if (dispute.state !== "open") {
    const { state, answer } = answerDispute(work, dispute);
    if (state === decision && answer === message)
      return shopDispute(work, dispute);
    throw conflict(
      "dispute_settled",
      `This dispute is already ${state}, and the member has read why.`,
    );
  }
  const settled = {
    state: decision,
    answer: vault.encrypt(message),
    answered_at: work.now(),
    answered_by: by,
  };
  await settle(db, dispute.id, settled);
  await noteAct(work, {
    siteId,
    by,
    action: `dispute_${decision}`,
    subject: dispute.id,
  });
  return shopDispute(work, { ...dispute, ...settled });
}
