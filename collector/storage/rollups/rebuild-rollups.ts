import { sql } from "kysely";
import type { Database } from "../storage.ts";
import {
  clickChannelFacts,
  clickFacts,
  eventChannelFacts,
  eventFacts,
} from "./event-facts.ts";
import { goneBefore } from "./gone-before.ts";
import { sumOrderHours } from "./sum-order-hours.ts";

/** Counts all anew of which the single rows are still there. Nobody else may write meanwhile. */
export async function rebuildRollups(db: Database): Promise<void> {
  const gone = await goneBefore(db);
  for (const [kinds, facts, channelFacts, from] of [
    [["view", "share", "copy"], eventFacts, eventChannelFacts, gone.events],
    [["click"], clickFacts, clickChannelFacts, gone.clicks],
  ] as const) {
    for (const table of ["event_rollups", "channel_rollups"] as const)
      await db
        .deleteFrom(table)
        .where("kind", "in", kinds)
        .where("hour", ">=", from)
        .execute();
    const kept = sql`added.at >= ${sql.lit(from)}`;
    await sql`insert into event_rollups (site_id, hour, kind, program_id, slot, n)
      select site_id, hour, kind, program_id, 0, n from (${facts(kept)}) as facts`.execute(
      db,
    );
    await sql`insert into channel_rollups (site_id, hour, kind, program_id, channel, slot, n)
      select site_id, hour, kind, program_id, channel, 0, n from (${channelFacts(kept)}) as facts`.execute(
      db,
    );
  }
  await sql`insert into stale_order_hours (site_id, hour)
    select site_id, occurred_at - occurred_at % 3600000 from conversions
    union select site_id, hour from order_rollups where true
    on conflict do nothing`.execute(db);
  await sumOrderHours(db, {
    before: Number.MAX_SAFE_INTEGER,
    limit: Number.MAX_SAFE_INTEGER,
  });
}
