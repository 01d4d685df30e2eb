import { updateMember } from "../storage/queries/members.ts";
import { answerMember, type MemberAnswer } from "./answer-member.ts";
import { findMember } from "./find-member.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/**
 * Stops a member from earning anything new. What was promised stays.
 *
 * @param input.externalId the shop's id, or `mem_...`: those who joined without an account have no other
 */
export async function suspendMember(
  work: Work,
  input: { siteId: string; externalId: string; reason: string; by: string },
): Promise<MemberAnswer> {
  const { db } = work;
  const { siteId, externalId, reason } = input;
  const member = await findMember(work, siteId, externalId);
  await noteAct(work, {
    siteId,
    by: input.by,
    action: "suspend_member",
    subject: member.id,
    reason,
  });
  await updateMember(db, member.id, {
    state: "suspended",
    suspended_because: reason,
  });
  return answerMember(work, {
    ...member,
    state: "suspended",
    suspended_because: reason,
  });
}
