import { sql } from "kysely";
import { compiledOnce } from "../compiled-once.ts";
import { isOnServer } from "../is-on-server.ts";
import type { Database } from "../storage.ts";
import type { EventsTable } from "../tables/events.ts";
import { insertEventOnServer } from "./insert-on-server.ts";

const eventColumns = [
  "site_id",
  "id",
  "type",
  "at",
  "received_at",
  "visitor",
  "code",
  "channel",
  "surface",
  "name",
  "url",
  "props",
] as const satisfies readonly (keyof EventsTable)[];

/** An event whose row is gone is known all the same. */
const insertEventQuery = compiledOnce((db) =>
  db
    .insertInto("events")
    .columns(eventColumns)
    .expression(
      db
        .selectNoFrom(
          eventColumns.map((column) => sql<null>`${null}`.as(column)),
        )
        .where((by) =>
          by.not(
            by.exists(
              db
                .selectFrom("event_ids")
                .select("id")
                .where("site_id", "=", "")
                .where("id", "=", ""),
            ),
          ),
        ),
    )
    .onConflict((conflict) => conflict.doNothing()),
);

/** Stores an event; false where its id is already known. On a server, what is stored in one turn goes in one trip. */
export function insertEvent(db: Database, row: EventsTable): Promise<boolean> {
  return isOnServer(db)
    ? insertEventOnServer(db, row)
    : insertEventAlone(db, row);
}

/** The same by itself, as SQLite does it. */
export async function insertEventAlone(
  db: Database,
  row: EventsTable,
): Promise<boolean> {
  const result = await insertEventQuery(db, [
    ...eventColumns.map((column) => row[column]),
    row.site_id,
    row.id,
  ]);
  return (result.numAffectedRows ?? 0n) > 0n;
}

const hasEventQuery = compiledOnce((db) =>
  db
    .selectFrom("event_ids")
    .select("id")
    .where("site_id", "=", "")
    .where("id", "=", "")
    .unionAll(
      db
        .selectFrom("events")
        .select("id")
        .where("site_id", "=", "")
        .where("id", "=", ""),
    ),
);

export async function hasEvent(
  db: Database,
  siteId: string,
  id: string,
): Promise<boolean> {
  return (await hasEventQuery(db, [siteId, id, siteId, id])).rows.length > 0;
}
