import { normaliseCode } from "../../sdk/protocol/code.ts";
import type { Program } from "../domain/program.ts";
import type { RewardState } from "../domain/reward-state.ts";
import { selectConversions } from "../storage/queries/conversions-page.ts";
import {
  type MemberRow,
  selectMember,
  selectMemberByExternalId,
} from "../storage/queries/members.ts";
import { selectMembers } from "../storage/queries/members-page.ts";
import { selectPrograms } from "../storage/queries/programs.ts";
import {
  selectHistory,
  selectReferrals,
} from "../storage/queries/referrals.ts";
import { selectRewards } from "../storage/queries/rewards.ts";
import { selectOrigins } from "../storage/queries/site-origins.ts";
import {
  answerConversions,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { answerMember, type MemberAnswer } from "./answer-member.ts";
import { answerReward, type RewardAnswer } from "./answer-reward.ts";
import { defaultPageSize, type Page, pageOf } from "./page.ts";
import type { Reading } from "./work.ts";

interface Paging {
  siteId: string;
  cursor?: string | undefined;
  limit?: number | undefined;
}

export async function listConversions(
  reading: Reading,
  by: Paging & {
    orderId?: string | undefined;
    unverified?: boolean | undefined;
  },
): Promise<Page<ConversionAnswer>> {
  const limit = by.limit ?? defaultPageSize;
  const page = pageOf(
    await selectConversions(reading.db, by.siteId, {
      orderId: by.orderId ?? null,
      unverified: by.unverified ?? false,
      before: by.cursor ?? null,
      limit: limit + 1,
    }),
    limit,
    (row) => row,
  );
  return { ...page, items: await answerConversions(reading, page.items) };
}

export async function listRewards(
  reading: Reading,
  by: Paging & {
    state?: RewardState | undefined;
    member?: string | undefined;
    program?: string | undefined;
  },
): Promise<Page<RewardAnswer>> {
  const limit = by.limit ?? defaultPageSize;
  const member = await memberNamed(reading, by);
  if (member === undefined) return { items: [], next: null };
  const rows = await selectRewards(reading.db, by.siteId, {
    state: by.state ?? null,
    personId: member?.person_id ?? null,
    programId: by.program ?? null,
    before: by.cursor ?? null,
    limit: limit + 1,
  });
  return pageOf(rows, limit, answerReward);
}

/** The tie between one member and one friend. */
export interface ReferralAnswer {
  id: string;
  member: string;
  friend: string;
  program: string;
  code: string;
  by: "code" | "link" | "hand";
  touchAt: number;
  stage: string;
  verified: boolean;
  createdAt: number;
  history: {
    stage: string;
    conversion: string;
    at: number;
    because: string | null;
  }[];
}

export async function listReferrals(
  reading: Reading,
  by: Paging & { member?: string | undefined; stage?: string | undefined },
): Promise<Page<ReferralAnswer>> {
  const limit = by.limit ?? defaultPageSize;
  const member = await memberNamed(reading, by);
  if (member === undefined) return { items: [], next: null };
  const rows = await selectReferrals(reading.db, by.siteId, {
    memberId: member?.id ?? null,
    stage: by.stage ?? null,
    before: by.cursor ?? null,
    limit: limit + 1,
  });
  const history = rows.length
    ? await selectHistory(
        reading.db,
        rows.map(({ id }) => id),
      )
    : [];
  return pageOf(rows, limit, (row) => ({
    id: row.id,
    member: row.member_id,
    friend: row.friend_id,
    program: row.program_id,
    code: row.code,
    by: row.credited_by,
    touchAt: row.touch_at,
    stage: row.stage,
    verified: row.verified === 1,
    createdAt: row.created_at,
    history: history
      .filter((step) => step.referral_id === row.id)
      .map((step) => ({
        stage: step.type,
        conversion: step.id,
        at: step.occurred_at,
        because: step.because,
      })),
  }));
}

export async function listMembers(
  reading: Reading,
  by: Paging & {
    query?: string | undefined;
    state?: "active" | "suspended" | undefined;
  },
): Promise<Page<MemberAnswer>> {
  const limit = by.limit ?? defaultPageSize;
  const query = by.query?.trim() || null;
  const rows = await selectMembers(reading.db, by.siteId, {
    query,
    code: query === null ? null : normaliseCode(query),
    emailIndex: query?.includes("@") ? reading.vault.indexEmail(query) : null,
    state: by.state ?? null,
    before: by.cursor ?? null,
    limit: limit + 1,
  });
  return pageOf(rows, limit, (row) => answerMember(reading, row));
}

export async function listPrograms(
  { db }: Reading,
  { siteId }: { siteId: string },
): Promise<Program[]> {
  return (await selectPrograms(db, siteId)).map(({ program }) => program);
}

/** From which origins something came, and when last. */
export function lastEvents(
  { db }: Reading,
  { siteId }: { siteId: string },
): Promise<{ origin: string; type: string; at: number }[]> {
  return selectOrigins(db, siteId);
}

/** The member whom a filter names by either id: `null` without a filter, `undefined` where there is nobody. */
async function memberNamed(
  { db }: Reading,
  { siteId, member }: { siteId: string; member?: string | undefined },
): Promise<MemberRow | null | undefined> {
  if (member === undefined) return null;
  const byShop = await selectMemberByExternalId(db, siteId, member);
  const found = byShop ?? (await selectMember(db, member));
  return found?.site_id === siteId ? found : undefined;
}

/** The person behind a member whom a filter names by either id; `null` where there is nobody. */
export async function personOf(
  reading: Reading,
  by: { siteId: string; member: string },
): Promise<string | null> {
  return (await memberNamed(reading, by))?.person_id ?? null;
}
