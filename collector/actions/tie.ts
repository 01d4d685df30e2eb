import type { Candidate } from "../domain/credited-touch.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import type { MemberRow } from "../storage/queries/members.ts";
import {
  insertReferral,
  type ReferralRow,
  selectReferral,
  updateReferral,
} from "../storage/queries/referrals.ts";
import { announceReferral } from "./announce-change.ts";
import { isTrusted } from "./conversion-word.ts";
import type { Friend } from "./friend-of.ts";
import { rulesAt } from "./rules-of.ts";
import type { Work } from "./work.ts";

/**
 * Ties a friend to the member who referred them, under the rules that were in force at the credited touch.
 * A tie that this very conversion had made to the same member is kept, with what is now known.
 */
export async function tie(
  work: Work,
  row: ConversionRow,
  friend: Friend,
  member: MemberRow,
  { credited, by }: { credited: Candidate; by: "code" | "link" | "hand" },
): Promise<ReferralRow> {
  const { db } = work;
  const then = await rulesAt(work, row.site_id, member.program_id, credited.at);
  const facts = {
    program_id: member.program_id,
    program_version: then?.version ?? 1,
    member_id: member.id,
    friend_id: friend.id,
    code: credited.code,
    credited_by: by,
    touch_at: credited.at,
    verified: isTrusted(row.trust) ? 1 : 0,
  };
  const own = await ownTie(work, row);
  if (own?.member_id === member.id) {
    await updateReferral(db, own.id, facts);
    return { ...own, ...facts };
  }
  if (own) await updateReferral(db, own.id, { stage: "void" });
  const referral: ReferralRow = {
    id: work.newId("ref"),
    site_id: row.site_id,
    ...facts,
    stage: row.type,
    created_at: work.now(),
  };
  await insertReferral(db, referral);
  await announceReferral(work, referral);
  return referral;
}

/** The tie that this conversion has made itself; an earlier one is another order's. */
async function ownTie(
  { db }: Work,
  row: ConversionRow,
): Promise<ReferralRow | null> {
  if (row.referral_id === null || row.credited_by === "earlier") return null;
  return selectReferral(db, row.referral_id);
}

/** A friend's stage only moves forward: a lead becomes a sale, never the reverse. */
export async function advanceTie(
  work: Work,
  referral: ReferralRow,
  row: ConversionRow,
): Promise<void> {
  const forward = referral.stage === "lead" && row.type !== "lead";
  if (forward) await updateReferral(work.db, referral.id, { stage: row.type });
}
