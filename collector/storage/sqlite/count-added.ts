import type Sqlite from "better-sqlite3";
import { sql } from "kysely";
import {
  clickChannelFacts,
  clickFacts,
  eventChannelFacts,
  eventFacts,
} from "../rollups/event-facts.ts";
import type { Database } from "../storage.ts";

/**
 * Keeps the rollups of events, in the transaction that adds them: once a commit and not once a row, which would cost as
 * much again as the row. It counts what the commit really holds, so that what was taken back or came twice is not in it.
 */
export function countAdded(connection: Sqlite.Database, db: Database) {
  const tables = [
    counter("events", eventFacts, eventChannelFacts),
    counter("clicks", clickFacts, clickChannelFacts),
  ];

  function counter(
    table: string,
    facts: typeof eventFacts,
    channelFacts: typeof eventFacts,
  ) {
    const last = connection
      .prepare(`select coalesce(max(rowid), 0) from ${table}`)
      .pluck();
    const added = (of: typeof eventFacts) =>
      of(sql`added.rowid > ?`).compile(db).sql;
    const count = connection.prepare(
      `insert into event_rollups (site_id, hour, kind, program_id, slot, n)
        select site_id, hour, kind, program_id, 0, n from (${added(facts)}) where true
        on conflict do update set n = n + excluded.n`,
    );
    const countChannels = connection.prepare(
      `insert into channel_rollups (site_id, hour, kind, program_id, channel, slot, n)
        select site_id, hour, kind, program_id, channel, 0, n from (${added(channelFacts)}) where true
        on conflict do update set n = n + excluded.n`,
    );
    return {
      last: () => last.get() as number,
      count(since: number) {
        count.run(since);
        countChannels.run(since);
      },
      since: 0,
    };
  }

  return {
    begin() {
      for (const table of tables) table.since = table.last();
    },
    /** A work may have deleted the last rows, and SQLite then gives their numbers to the next ones, which are to be counted too. */
    ended() {
      for (const table of tables)
        table.since = Math.min(table.since, table.last());
    },
    commit() {
      for (const { since, last, count } of tables)
        if (last() > since) count(since);
    },
  };
}
