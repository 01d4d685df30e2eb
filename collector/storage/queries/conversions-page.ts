import type { Database } from "../storage.ts";
import { isUnmatched } from "./queue.ts";

interface Paging {
  orderId: string | null;
  before: string | null;
  limit: number;
}

/** A page of conversions, newest first. */
export function selectConversions(
  db: Database,
  siteId: string,
  { unverified, ...paging }: Paging & { unverified: boolean },
) {
  let found = page(db, siteId, paging);
  if (unverified) found = found.where("trust", "=", "claim");
  return found.execute();
}

/** A page of orders that matched nobody, newest first: who was matched and refused is not among them. */
export function selectUnmatched(
  db: Database,
  siteId: string,
  { ids, ...paging }: Paging & { ids: string[] | null },
) {
  let found = page(db, siteId, paging).where(isUnmatched);
  if (ids) found = found.where("id", "in", ids);
  return found.execute();
}

function page(db: Database, siteId: string, by: Paging) {
  let found = db
    .selectFrom("conversions")
    .selectAll()
    .where("site_id", "=", siteId)
    .orderBy("id", "desc")
    .limit(by.limit);
  if (by.orderId) found = found.where("order_id", "=", by.orderId);
  if (by.before) found = found.where("id", "<", by.before);
  return found;
}
