import type Sqlite from "better-sqlite3";

/** So many that a batch is rare, and so few that sorting them holds no commit up for long. */
const batchSize = 10_000;

/**
 * Sorts the latest events by visitor, once there are enough of them for a batch: see the migration of event visitors.
 * Within the transaction that is open. A batch's number is when the last of its events came.
 */
export function sortEventVisitors(connection: Sqlite.Database): () => void {
  const bounds = connection.prepare<[], { first: number; last: number }>(
    `select coalesce((select min(rowid) from fresh_event_visitors), 1) as first,
      coalesce((select max(rowid) from fresh_event_visitors), 0) as last`,
  );
  const sort = connection.prepare(
    `insert into event_visitors (batch, site_id, visitor, id)
      select (select max(received_at) from fresh_event_visitors where rowid < @end), site_id, visitor, id
      from fresh_event_visitors where rowid < @end order by site_id, visitor, id
      on conflict do nothing`,
  );
  const forget = connection.prepare(
    "delete from fresh_event_visitors where rowid < @end",
  );
  return () => {
    const { first, last } = bounds.get() ?? { first: 1, last: 0 };
    if (last - first + 1 < batchSize) return;
    const end = first + batchSize;
    sort.run({ end });
    forget.run({ end });
  };
}
