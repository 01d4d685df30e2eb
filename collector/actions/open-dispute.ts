import type { MyDispute } from "../../sdk/protocol/me.ts";
import { DomainError } from "../domain/domain-error.ts";
import { selectConversion } from "../storage/queries/conversions.ts";
import {
  type DisputeRow,
  insertDispute,
  selectDisputesOf,
} from "../storage/queries/disputes.ts";
import { type MemberRow, selectMember } from "../storage/queries/members.ts";
import { findReferral } from "../storage/queries/referrals.ts";
import { selectReward } from "../storage/queries/rewards.ts";
import { answerDispute } from "./answer-dispute.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/** So many a day are somebody who asks; more are somebody who shouts. */
const mostADay = 10;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * A member's "this is wrong", about one of their rewards or friends, or about a friend who is missing.
 * The same again, while it is open, is the same dispute. Throws `invalid_field` where it is about nothing of theirs,
 * `rate_limited` after ten in a day.
 */
export async function openDispute(
  work: Work,
  input: { memberId: string; about: string | null; message: string },
): Promise<{ created: boolean; dispute: MyDispute }> {
  const { db, vault } = work;
  const { about, message } = input;
  const member = await selectMember(db, input.memberId);
  if (!member) throw new DomainError("not_found", "This member is gone.");
  if (about !== null && !(await isTheirs(work, member, about))) {
    const words =
      "Expected the id of one of this member's rewards or friends, or null for a friend who is missing.";
    throw new DomainError("invalid_field", words, [
      { path: "about", message: words },
    ]);
  }
  const earlier = await selectDisputesOf(db, member.id, mostADay);
  const same = earlier.find(
    (dispute) =>
      dispute.state === "open" &&
      dispute.about === about &&
      answerDispute(work, dispute).message === message,
  );
  if (same) return { created: false, dispute: answerDispute(work, same) };
  const oldest = earlier.length === mostADay ? earlier.at(-1) : undefined;
  if (oldest && oldest.created_at > work.now() - dayMs)
    throw new DomainError(
      "rate_limited",
      `Expected at most ${mostADay} disputes a day. The shop has the earlier ones.`,
    );
  const dispute: DisputeRow = {
    id: work.newId("dsp"),
    site_id: member.site_id,
    member_id: member.id,
    about,
    message: vault.encrypt(message),
    state: "open",
    answer: null,
    created_at: work.now(),
    answered_at: null,
    answered_by: null,
  };
  await insertDispute(db, dispute);
  await noteAct(work, {
    siteId: member.site_id,
    by: `member ${member.id}`,
    action: "open_dispute",
    subject: dispute.id,
  });
  return { created: true, dispute: answerDispute(work, dispute) };
}

/** The ids are those of `GET /v1/me`. */
async function isTheirs(
  { db }: Work,
  member: MemberRow,
  about: string,
): Promise<boolean> {
  const { site_id } = member;
  if (about.startsWith("rwd_"))
    return (
      (await selectReward(db, site_id, about))?.person_id === member.person_id
    );
  if (about.startsWith("ref_"))
    return (await findReferral(db, about))?.member_id === member.id;
  return (
    (await selectConversion(db, site_id, about))?.asked_member_id === member.id
  );
}
