import type { Database } from "../storage.ts";
import { isUnmatched } from "./queue.ts";
import { pageOfSite } from "./rows-of-site.ts";

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
  const found = pageOfSite(db, "conversions", siteId, by);
  return by.orderId ? found.where("order_id", "=", by.orderId) : found;
}
