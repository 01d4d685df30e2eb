import type { Database } from "../storage.ts";

/** So many of the latest orders are looked at. */
const looked = 200;

export async function selectInstallation(
  db: Database,
  siteId: string,
): Promise<{ hasViews: boolean; onlyClaims: boolean }> {
  // Single events may have been deleted since.
  const view = await db
    .selectFrom("event_rollups")
    .select("n")
    .where("site_id", "=", siteId)
    .where("kind", "=", "view")
    .limit(1)
    .executeTakeFirst();
  const orders = await db
    .selectFrom("conversions")
    .select("trust")
    .where("site_id", "=", siteId)
    .orderBy("occurred_at", "desc")
    .limit(looked)
    .execute();
  return {
    hasViews: view !== undefined,
    onlyClaims:
      orders.length > 0 && orders.every(({ trust }) => trust === "claim"),
  };
}
