import { updateMember } from "../storage/queries/members.ts";
import { answerMember, type MemberAnswer } from "./answer-member.ts";
import { findMember } from "./find-member.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/** Lets a suspended member earn again, from now on: what was refused meanwhile stays refused. Repeating it changes nothing. */
export async function liftSuspension(
  work: Work,
  input: { siteId: string; externalId: string; by: string },
): Promise<MemberAnswer> {
  const { siteId, externalId, by } = input;
  const member = await findMember(work, siteId, externalId);
  if (member.state === "active") return answerMember(work, member);
  const change = { state: "active", suspended_because: null } as const;
  await updateMember(work.db, member.id, change);
  await noteAct(work, {
    siteId,
    by,
    action: "lift_suspension",
    subject: member.id,
  });
  return answerMember(work, { ...member, ...change });
}
