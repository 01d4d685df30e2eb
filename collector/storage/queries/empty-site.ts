import type { Schema } from "../schema.ts";
import type { Database } from "../storage.ts";
import { forgetVisitorsOfSite } from "./event-visitors.ts";

/** Tables of what came to a site, each before those that it refers to. */
export const emptiedTables = [
  "deliveries",
  "disputes",
  "ledger",
  "refunds",
  "order_changes",
  "payouts",
  "overflows",
  "rewards",
  "conversions",
  "referrals",
  "codes",
  "members",
  "visitor_people",
  "person_keys",
  "people",
  "events",
  "event_ids",
  "clicks",
  "event_rollups",
  "channel_rollups",
  "order_rollups",
  "stale_order_hours",
  "site_origins",
  "known_customers",
] as const satisfies (keyof Schema)[];

/** Takes away whoever and whatever came to a site; gift codes go back into their pools. Only for a site where nothing counts. */
export async function emptySite(db: Database, siteId: string): Promise<void> {
  await db
    .updateTable("gift_codes")
    .set({ reward_id: null, handed_out_at: null, taken_back_at: null })
    .where("site_id", "=", siteId)
    .execute();
  await db
    .deleteFrom("payout_items")
    .where("payout_id", "in", (by) =>
      by.selectFrom("payouts").select("id").where("site_id", "=", siteId),
    )
    .execute();
  await db
    .deleteFrom("member_tokens")
    .where("member_id", "in", (by) =>
      by.selectFrom("members").select("id").where("site_id", "=", siteId),
    )
    .execute();
  await forgetVisitorsOfSite(db, siteId);
  for (const table of emptiedTables)
    await db.deleteFrom(table).where("site_id", "=", siteId).execute();
}
