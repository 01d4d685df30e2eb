import { sql } from "kysely";
import {
  compiledByLength,
  compiledOnce,
  insertOnce,
} from "../compiled-once.ts";
import type { Database } from "../storage.ts";
import type { ClicksTable, EventsTable } from "../tables/events.ts";
import {
  insertClickOnServer,
  insertEventOnServer,
} from "./insert-on-server.ts";
import { isOnServer } from "./insert-together.ts";

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

const clickColumns = [
  "site_id",
  "id",
  "code",
  "channel",
  "at",
  "visitor",
  "bot",
] as const satisfies readonly (keyof ClicksTable)[];

const upsertClickQuery = compiledOnce((db) =>
  db
    .insertInto("clicks")
    .columns(clickColumns)
    .values(blank<ClicksTable>(clickColumns))
    .onConflict((conflict) =>
      conflict
        .columns(["site_id", "id"])
        .doUpdateSet((set) => ({
          visitor: set.fn.coalesce(
            "clicks.visitor",
            set.ref("excluded.visitor"),
          ),
        }))
        .where((by) =>
          by.or([
            by("clicks.visitor", "is", null),
            by("excluded.visitor" as "clicks.visitor", "is", null),
            by(
              "clicks.visitor",
              "=",
              by.ref("excluded.visitor" as "clicks.visitor"),
            ),
          ]),
        ),
    ),
);

const insertClickAlone = insertOnce("clicks", clickColumns, {
  orNothing: true,
});

/** A row that stands for any other while a text is built. */
function blank<Row>(columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, null])) as Row;
}

/** Stores an event; false where its id is already known. On a server, what is stored in one turn goes in one trip. */
export function insertEvent(db: Database, row: EventsTable): Promise<boolean> {
  return isOnServer(db) ? insertEventOnServer(db, row) : insertAlone(db, row);
}

async function insertAlone(db: Database, row: EventsTable): Promise<boolean> {
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

/** Stores an event, and the click of nobody known that it tells, if that is not known; false where the event's id is. */
export async function insertClick(
  db: Database,
  row: EventsTable & { code: string },
  { click, bot }: { click: string; bot: number },
): Promise<boolean> {
  if (isOnServer(db)) return insertClickOnServer(db, { ...row, click, bot });
  const { site_id, code, channel, at, visitor } = row;
  const isNew = await insertAlone(db, row);
  if (isNew)
    await insertClickAlone(db, {
      ...{ site_id, id: click, code, channel, at, visitor, bot },
    });
  return isNew;
}

/**
 * Stores a click, or attaches the visitor to the one that the redirect has already stored.
 * False where that one is already another visitor's: they have passed the landing address on. Its channel stays what it
 * was stored with: that is what it was counted as.
 */
export async function upsertClick(
  db: Database,
  row: ClicksTable,
): Promise<boolean> {
  const result = await upsertClickQuery(
    db,
    clickColumns.map((column) => row[column]),
  );
  return (result.numAffectedRows ?? 0n) > 0n;
}

interface ClickRow {
  id: string;
  code: string;
  at: number;
}

const clicksQuery = compiledByLength<ClickRow>((db, visitors) =>
  db
    .selectFrom("clicks")
    .select(["id", "code", "at"])
    .where("site_id", "=", "")
    .where("visitor", "in", visitors)
    .where("bot", "<>", sql.lit(1))
    .where("at", "<=", 0)
    .orderBy("at", "desc")
    .limit(sql.lit(100)),
);

/** The latest clicks of some browsers up to an instant, newest first. */
export async function selectClicks(
  db: Database,
  siteId: string,
  visitors: string[],
  until: number,
): Promise<ClickRow[]> {
  const { rows } = await clicksQuery(db, visitors.length, [
    siteId,
    ...visitors,
    until,
  ]);
  return rows;
}

/** People's clicks in a time, newest first. */
export function selectClicksBetween(
  db: Database,
  siteId: string,
  { from, to }: { from: number; to: number },
) {
  return db
    .selectFrom("clicks")
    .select(["id", "code", "at"])
    .where("site_id", "=", siteId)
    .where("at", ">=", from)
    .where("at", "<=", to)
    .where("bot", "=", 0)
    .orderBy("at", "desc")
    .limit(100)
    .execute();
}
