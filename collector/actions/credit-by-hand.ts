import { conflict } from "../domain/conflict.ts";
import { isLive } from "../domain/is-live.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import type { MemberRow } from "../storage/queries/members.ts";
import { selectProgram } from "../storage/queries/programs.ts";
import { selectTieOf } from "../storage/queries/referrals.ts";
import { announceConversion } from "./announce-change.ts";
import {
  answerConversion,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { isTrusted } from "./conversion-word.ts";
import { creditConversion } from "./credit-conversion.ts";
import { findConversion } from "./find-conversion.ts";
import { findMember } from "./find-member.ts";
import { friendBesides } from "./friend-besides.ts";
import type { Friend } from "./friend-of.ts";
import { knownTouches } from "./known-touches.ts";
import { noteAct } from "./note-act.ts";
import { tie } from "./tie.ts";
import type { Work } from "./work.ts";

/**
 * Credits an order to a member because the owner says so: past the window, for an earlier customer, for a mistyped code.
 * A claim is vouched for by it. Budgets and limits hold; one friend still has one referrer, and nobody refers themselves:
 * whoever is the member by id or mail. Whether two people share a browser is the owner's to judge.
 * Doing it twice changes nothing. Throws `not_found`, and `state_conflict` with the reason where it cannot be.
 */
export async function creditByHand(
  work: Work,
  input: {
    siteId: string;
    conversion: string;
    member: string;
    reason: string;
    by: string;
  },
): Promise<ConversionAnswer> {
  const { db } = work;
  const { siteId, reason } = input;
  const before = await findConversion(work, siteId, input.conversion);
  const member = await findMember(work, siteId, input.member);
  const isCredited = before.referral_id !== null && isTrusted(before.trust);
  if (isCredited && before.member_id === member.id)
    return answerConversion(work, before.id);
  if (isCredited)
    throw conflict(
      "credited_elsewhere",
      "This order is already credited to another member.",
    );
  if (before.trust === "refused")
    throw conflict(
      "order_refused",
      "This order was refused: there is no such order.",
    );
  await refuseInactive(work, member);

  const row: ConversionRow = isTrusted(before.trust)
    ? before
    : { ...before, trust: "owner" };
  const friend = await friendBesides(work, row, member);
  if (!friend)
    throw conflict(
      "self_referral",
      "self_referral: by id or mail, the member is the buyer of this order.",
    );
  const known = await selectTieOf(db, siteId, friend.same);
  if (known && known.member_id !== member.id)
    throw conflict(
      "already_referred",
      `already_referred: this friend is tied to the member ${known.member_id} (${known.id}).`,
    );
  const referral =
    known ??
    (await tie(work, row, friend, member, {
      credited: {
        memberId: member.id,
        code: member.code,
        at: await touchedAt(work, row, friend, member),
      },
      by: "hand",
    }));
  await noteAct(work, {
    siteId,
    by: input.by,
    action: "credit_conversion",
    subject: row.id,
    reason,
  });
  await creditConversion(work, row, before, {
    decided: {
      referral,
      by: "hand",
      because: null,
      asked: null,
      known: null,
      member,
    },
  });
  const credited = await answerConversion(work, row.id);
  if (!isTrusted(before.trust))
    await announceConversion(work, siteId, credited, "verified");
  return credited;
}

async function refuseInactive(
  { db, now }: Work,
  member: MemberRow,
): Promise<void> {
  if (member.state === "suspended")
    throw conflict(
      "member_suspended",
      "member_suspended: lift the member's suspension first.",
    );
  const current = await selectProgram(db, member.site_id, member.program_id);
  if (!current || !isLive(current.program, now()))
    throw conflict(
      "outside_program",
      "outside_program: the member's programme is not live now.",
    );
}

/** The member's last link before the order, if one is known: what was promised then holds. */
async function touchedAt(
  work: Work,
  row: ConversionRow,
  friend: Friend,
  member: MemberRow,
): Promise<number> {
  const { touches } = await knownTouches(work, row, friend);
  const last = touches.findLast(
    ({ memberId, at }) => memberId === member.id && at <= row.occurred_at,
  );
  return last?.at ?? row.occurred_at;
}
