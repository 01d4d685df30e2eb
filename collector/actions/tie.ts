import type { Candidate } from "../domain/credited-touch.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import type { MemberRow } from "../storage/queries/members.ts";
import { selectProgramAt } from "../storage/queries/programs.ts";
import {
  insertReferral,
  type ReferralRow,
  selectReferral,
  updateReferral,
} from "../storage/queries/referrals.ts";
import { announceReferral } from "./announce-change.ts";
import { isTrusted } from "./conversion-word.ts";
import type { Friend } from "./friend-of.ts";
import type { Work } from "./work.ts";

/**
 * Ties a friend to the member who referred them, under the rules that were in force at the credited touch.
 * A tie that a claim had made for this very conversion, to the same member, is kept and confirmed.
 */
export async function tie(
  work: Work,
  row: ConversionRow,
  friend: Friend,
  member: MemberRow,
  { credited, by }: { credited: Candidate; by: "code" | "link" | "hand" },
): Promise<ReferralRow> {
  const { db } = work;
  const then = await selectProgramAt(
    db,
    row.site_id,
    member.program_id,
    credited.at,
  );
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
  const claimed = await claimedTie(work, row);
  if (claimed?.member_id === member.id) {
    await updateReferral(db, claimed.id, facts);
    return { ...claimed, ...facts };
  }
  if (claimed) await updateReferral(db, claimed.id, { stage: "void" });
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

/** The tie that this conversion's own claim made; one that a trusted word made is another order's. */
async function claimedTie(
  { db }: Work,
  row: ConversionRow,
): Promise<ReferralRow | null> {
  if (row.referral_id === null) return null;
  const referral = await selectReferral(db, row.referral_id);
  return referral.verified ? null : referral;
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
