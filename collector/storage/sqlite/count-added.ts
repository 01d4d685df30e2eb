import type Sqlite from "better-sqlite3";
import { sql } from "kysely";
import { clickFacts, eventFacts } from "../rollups/event-facts.ts";
import type { Database } from "../storage.ts";

/**
 * Keeps the rollups of events, in the transaction that adds them: once a commit and not once a row, which would cost as
 * much again as the row. It counts what the commit really holds, so that what was taken back or came twice is not in it.
 */
export function countAdded(connection: Sqlite.Database, db: Database) {
  const tables = [
    counter("events", eventFacts(sql`added.rowid > ?`)),
    counter("clicks", clickFacts(sql`added.rowid > ?`)),
  ];

  function counter(table: string, facts: ReturnType<typeof eventFacts>) {
    const last = connection
      .prepare(`select coalesce(max(rowid), 0) from ${table}`)
      .pluck();
    const count = connection.prepare(
      `insert into event_rollups (site_id, hour, kind, program_id, slot, n)
        select site_id, hour, kind, program_id, 0, n from (${facts.compile(db).sql}) where true
        on conflict do update set n = n + excluded.n`,
    );
    return { last: () => last.get() as number, count, since: 0 };
  }

  return {
    begin() {
      for (const table of tables) table.since = table.last();
    },
    /** The numbers of the last rows are given away again once these are deleted. */
    ended() {
      for (const table of tables)
        table.since = Math.min(table.since, table.last());
    },
    commit() {
      for (const { since, last, count } of tables)
        if (last() > since) count.run(since);
    },
  };
}
