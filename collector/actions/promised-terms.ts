import { isLive } from "../domain/is-live.ts";
import type { Program } from "../domain/program.ts";
import type { Reason } from "../domain/reason.ts";
import { type MemberRow, selectMember } from "../storage/queries/members.ts";
import { selectProgramVersion } from "../storage/queries/programs.ts";
import type { ReferralRow } from "../storage/queries/referrals.ts";
import { rulesNow } from "./rules-of.ts";
import type { Reading } from "./work.ts";

/** What a referral was promised, and what now stands in the way of it. */
export interface PromisedTerms {
  referral: ReferralRow;
  member: MemberRow;
  /** The rules in force at the credited touch: what was promised is what is paid. */
  promised: Program;
  /** Today's rules: their limits and budgets brake what was promised. */
  current: Program;
  /** Why nothing new is promised now, or `null`. */
  brake: Reason | null;
}

/** @param atHand the referral's member, where they were read before */
export async function promisedTerms(
  reading: Reading,
  referral: ReferralRow,
  atHand: MemberRow | null = null,
): Promise<PromisedTerms | null> {
  const { db, now } = reading;
  const { site_id, program_id, program_version } = referral;
  const member = atHand ?? (await selectMember(db, referral.member_id));
  const current = await rulesNow(reading, site_id, program_id);
  const promised =
    current?.version === program_version
      ? current
      : await selectProgramVersion(db, site_id, program_id, program_version);
  if (!member || !current || !promised) return null;
  const brake =
    member.state === "suspended"
      ? "member_suspended"
      : isLive(current.program, now())
        ? null
        : "outside_program";
  return {
    referral,
    member,
    promised: promised.program,
    current: current.program,
    brake,
  };
}
