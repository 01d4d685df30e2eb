import { DomainError } from "../domain/domain-error.ts";
import { selectAuditOf } from "../storage/queries/audit.ts";
import { answerMember, type MemberAnswer } from "./answer-member.ts";
import { findMember } from "./find-member.ts";
import { type RewardTotal, rewardTotals } from "./reward-totals.ts";
import type { Reading } from "./work.ts";

const mostLines = 50;

/** A member as the owner sees one, with what was done about them. */
export interface MemberCase {
  member: MemberAnswer;
  /** Why they are suspended, or `null`. */
  suspendedBecause: string | null;
  /** Of all their rewards. */
  totals: RewardTotal[];
  /** Newest first, the last 50. */
  audit: { at: number; actor: string; action: string; reason: string | null }[];
}

/** By the shop's id, else by Enishi's own; `null` where there is nobody. */
export async function readMember(
  reading: Reading,
  { siteId, member: id }: { siteId: string; member: string },
): Promise<MemberCase | null> {
  const member = await findMember(reading, siteId, id).catch(nobody);
  if (!member) return null;
  const lines = await selectAuditOf(reading.db, siteId, {
    subjects: [member.id],
    limit: mostLines,
  });
  return {
    member: answerMember(reading, member),
    suspendedBecause: member.suspended_because,
    totals: await rewardTotals(reading, member.person_id),
    audit: lines.map(({ at, actor, action, reason }) => ({
      at,
      actor,
      action,
      reason,
    })),
  };
}

function nobody(error: unknown): null {
  if (error instanceof DomainError) return null;
  throw error;
}
