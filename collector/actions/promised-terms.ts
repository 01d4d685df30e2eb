import { isLive } from "../domain/is-live.ts";
import type { Program } from "../domain/program.ts";
import type { Reason } from "../domain/reason.ts";
import { type MemberRow, selectMember } from "../storage/queries/members.ts";
import {
  selectProgram,
  selectProgramVersion,
} from "../storage/queries/programs.ts";
import type { ReferralRow } from "../storage/queries/referrals.ts";
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

export async function promisedTerms(
  { db, now }: Reading,
  referral: ReferralRow,
): Promise<PromisedTerms | null> {
  const { site_id, program_id, program_version } = referral;
  const member = await selectMember(db, referral.member_id);
  const current = await selectProgram(db, site_id, program_id);
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
