import type { Database } from "../storage.ts";
import { isUnmatched } from "./queue.ts";

/** A page of conversions, newest first. */
export function selectConversions(
  db: Database,
  siteId: string,
  by: {
    orderId: string | null;
    unverified: boolean;
    before: string | null;
    limit: number;
  },
) {
  let found = db
    .selectFrom("conversions")
    .selectAll()
    .where("site_id", "=", siteId)
    .orderBy("id", "desc")
    .limit(by.limit);
  if (by.orderId) found = found.where("order_id", "=", by.orderId);
  if (by.unverified) found = found.where("trust", "=", "claim");
  if (by.before) found = found.where("id", "<", by.before);
  return found.execute();
}

/** A page of orders that matched nobody, newest first: who was matched and refused is not among them. */
export function selectUnmatched(
  db: Database,
  siteId: string,
  by: {
    orderId: string | null;
    ids: string[] | null;
    before: string | null;
    limit: number;
  },
) {
  let found = db
    .selectFrom("conversions")
    .selectAll()
    .where("site_id", "=", siteId)
    .where(isUnmatched)
    .orderBy("id", "desc")
    .limit(by.limit);
  if (by.orderId) found = found.where("order_id", "=", by.orderId);
  if (by.ids) found = found.where("id", "in", by.ids);
  if (by.before) found = found.where("id", "<", by.before);
  return found.execute();
}
