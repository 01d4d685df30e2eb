import { normaliseCode } from "../../sdk/protocol/code.ts";
import { selectMembers } from "../storage/queries/members-page.ts";
import { answerMember, type MemberAnswer } from "./answer-member.ts";
import { defaultPageSize, type Page, type Paging, pageOf } from "./page.ts";
import type { Reading } from "./work.ts";

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
