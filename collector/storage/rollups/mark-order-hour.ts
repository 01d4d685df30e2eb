import { insertOnce } from "../compiled-once.ts";
import { isOnServer } from "../is-on-server.ts";
import type { Database } from "../storage.ts";
import { hourOf } from "./hours-of.ts";

const mark = insertOnce("stale_order_hours", ["site_id", "hour"], {
  orNothing: true,
});

/**
 * Says that an order's hour is to be summed anew, when something was added to it. Whatever is changed or taken away is
 * marked by triggers, and on a server what is added too. In SQLite an insert with a trigger behind it would first copy
 * each page that it writes, to be able to go back: that costs as much as the insert.
 */
export async function markOrderHour(
  db: Database,
  order: { site_id: string; occurred_at: number },
): Promise<void> {
  if (isOnServer(db)) return;
  await mark(db, { site_id: order.site_id, hour: hourOf(order.occurred_at) });
}
