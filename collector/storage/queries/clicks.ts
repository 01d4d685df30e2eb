import { sql } from "kysely";
import {
  compiledByLength,
  compiledOnce,
  insertOnce,
} from "../compiled-once.ts";
import { isOnServer } from "../is-on-server.ts";
import type { Database } from "../storage.ts";
import type { ClicksTable, EventsTable } from "../tables/events.ts";
import { insertEventAlone } from "./events.ts";
import { insertClickOnServer } from "./insert-on-server.ts";

const clickColumns = [
  "site_id",
  "id",
  "code",
  "channel",
  "at",
  "visitor",
  "bot",
] as const satisfies readonly (keyof ClicksTable)[];

/** `bot` of a click that was counted on another of the shop's domains, from which the visitor came along. */
export const countedElsewhere = 2;

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

/** Stores an event, and the click of nobody known that it tells, if that is not known; false where the event's id is. */
export async function insertClick(
  db: Database,
  row: EventsTable & { code: string },
  { click, bot }: { click: string; bot: number },
): Promise<boolean> {
  if (isOnServer(db)) return insertClickOnServer(db, { ...row, click, bot });
  const { site_id, code, channel, at, visitor } = row;
  const isNew = await insertEventAlone(db, row);
  if (isNew)
    await insertClickAlone(db, {
      site_id,
      id: click,
      code,
      channel,
      at,
      visitor,
      bot,
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
    // Those that were counted elsewhere are this browser's all the same.
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
