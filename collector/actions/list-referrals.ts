import {
  selectHistory,
  selectReferrals,
} from "../storage/queries/referrals.ts";
import { memberNamed } from "./member-named.ts";
import { defaultPageSize, type Page, type Paging, pageOf } from "./page.ts";
import type { Reading } from "./work.ts";

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
