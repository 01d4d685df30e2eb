import { CompiledQuery } from "kysely";
import type { ClicksTable, EventsTable } from "../schema.ts";
import type { Database } from "../storage.ts";

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

/** Compiled once a connection: this is the path that beacons take by the million. */
const compiledInserts = new WeakMap<Database, string>();

function insertEventText(db: Database): string {
  let text = compiledInserts.get(db);
  if (!text) {
    const blank = Object.fromEntries(
      eventColumns.map((column) => [column, null]),
    ) as unknown as EventsTable;
    text = db
      .insertInto("events")
      .columns(eventColumns)
      .values(blank)
      .onConflict((conflict) => conflict.doNothing())
      .compile().sql;
    compiledInserts.set(db, text);
  }
  return text;
}

/** Stores an event; false where its id is already known. */
export async function insertEvent(
  db: Database,
  row: EventsTable,
): Promise<boolean> {
  const result = await db.executeQuery(
    CompiledQuery.raw(
      insertEventText(db),
      eventColumns.map((column) => row[column]),
    ),
  );
  return (result.numAffectedRows ?? 0n) > 0n;
}

export async function hasEvent(
  db: Database,
  siteId: string,
  id: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("events")
    .select("id")
    .where("site_id", "=", siteId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Stores a click, or attaches the visitor to the one that the redirect has already stored. */
export async function upsertClick(
  db: Database,
  row: ClicksTable,
): Promise<void> {
  await db
    .insertInto("clicks")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["site_id", "id"]).doUpdateSet((set) => ({
        visitor: set.fn.coalesce("clicks.visitor", set.ref("excluded.visitor")),
        channel: set.fn.coalesce("clicks.channel", set.ref("excluded.channel")),
      })),
    )
    .execute();
}

/** The latest clicks of some browsers up to an instant, newest first. */
export function selectClicks(
  db: Database,
  siteId: string,
  visitors: string[],
  until: number,
) {
  return db
    .selectFrom("clicks")
    .select(["id", "code", "at"])
    .where("site_id", "=", siteId)
    .where("visitor", "in", visitors)
    .where("bot", "=", 0)
    .where("at", "<=", until)
    .orderBy("at", "desc")
    .limit(100)
    .execute();
}
