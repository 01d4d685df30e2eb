import type { MyDispute } from "../../sdk/protocol/me.ts";
import {
  type DisputeRow,
  selectDisputes,
} from "../storage/queries/disputes.ts";
import { answerDispute } from "./answer-dispute.ts";
import { disputeEvidence, type Evidence } from "./dispute-evidence.ts";
import { type Page, pageOf } from "./page.ts";
import type { Reading } from "./work.ts";

/** A dispute as the shop sees it: whose it is, and the case. */
export interface DisputeAnswer extends MyDispute {
  member: string;
  evidence: Evidence;
}

/** Each has its evidence with it, so a page is shorter than others. */
const disputesAPage = 20;

/** What members have disputed, newest first, with the evidence. */
export async function listDisputes(
  reading: Reading,
  by: {
    siteId: string;
    state?: DisputeRow["state"] | undefined;
    ids?: string[] | undefined;
    cursor?: string | undefined;
    limit?: number | undefined;
  },
): Promise<Page<DisputeAnswer>> {
  const limit = by.limit ?? disputesAPage;
  const rows = await selectDisputes(reading.db, by.siteId, {
    state: by.state ?? null,
    ids: by.ids ?? null,
    before: by.cursor ?? null,
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => row);
  const items: DisputeAnswer[] = [];
  for (const row of page.items) items.push(await shopDispute(reading, row));
  return { items, next: page.next };
}

export async function shopDispute(
  reading: Reading,
  row: DisputeRow,
): Promise<DisputeAnswer> {
  return {
    ...answerDispute(reading, row),
    member: row.member_id,
    evidence: await disputeEvidence(reading, row),
  };
}
