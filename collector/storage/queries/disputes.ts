import type { Selectable } from "kysely";
import type { Database } from "../storage.ts";
import type { DisputesTable } from "../tables/disputes.ts";
import { pageOfSite, rowsOfSite } from "./rows-of-site.ts";

export type DisputeRow = Selectable<DisputesTable>;

export async function insertDispute(
  db: Database,
  row: DisputeRow,
): Promise<void> {
  await db.insertInto("disputes").values(row).execute();
}

export function selectDispute(db: Database, siteId: string, id: string) {
  return rowsOfSite(db, "disputes", siteId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function settleDispute(
  db: Database,
  id: string,
  settled: Pick<DisputeRow, "state" | "answer" | "answered_at" | "answered_by">,
): Promise<void> {
  await db.updateTable("disputes").set(settled).where("id", "=", id).execute();
}

/** A page of disputes, newest first. */
export function selectDisputes(
  db: Database,
  siteId: string,
  by: {
    state: DisputeRow["state"] | null;
    /** Of these alone. */
    ids: string[] | null;
    before: string | null;
    limit: number;
  },
) {
  let found = pageOfSite(db, "disputes", siteId, by);
  if (by.state) found = found.where("state", "=", by.state);
  if (by.ids) found = found.where("id", "in", by.ids);
  return found.execute();
}

/** What a member has disputed, newest first. */
export function selectDisputesOf(
  db: Database,
  memberId: string,
  limit: number,
) {
  return db
    .selectFrom("disputes")
    .selectAll()
    .where("member_id", "=", memberId)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** What members have disputed about an order: by its own id, its tie's, or a reward's. */
export function selectDisputesAbout(
  db: Database,
  siteId: string,
  about: string[],
) {
  return db
    .selectFrom("disputes")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("about", "in", about)
    .orderBy("id", "desc")
    .limit(50)
    .execute();
}
