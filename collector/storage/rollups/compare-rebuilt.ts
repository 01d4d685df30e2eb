import { type RawBuilder, sql } from "kysely";
import type { Database } from "../storage.ts";
import { rebuildRollups } from "./rebuild-rollups.ts";
import { sumOrderHours } from "./sum-order-hours.ts";

/** A figure that was not what the single rows come to. */
export interface Difference {
  table: string;
  /** What was counted, with the currency where it is money's. */
  of: string;
  figure: string;
  /** By hour and programme. */
  rows: number;
  was: number;
  is: number;
}

const tables = [
  ["event_rollups", ["kind"], ["n"]],
  ["channel_rollups", ["kind", "channel"], ["n"]],
  [
    "order_rollups",
    ["kind", "type", "currency"],
    ["n", "amount_minor", "gross_minor"],
  ],
] as const;

/** Counts all anew in this transaction, and answers what differed. Nobody else may write meanwhile. */
export async function rebuildAndCompare(db: Database): Promise<Difference[]> {
  // Hours that nobody has summed since their orders changed are read from the orders: they are late, and not wrong.
  const all = Number.MAX_SAFE_INTEGER;
  await sumOrderHours(db, { before: all, limit: all });
  for (const [table] of tables)
    await sql`create temporary table ${kept(table)} as select * from ${sql.table(table)}`.execute(
      db,
    );
  await rebuildRollups(db);
  const found: Difference[] = [];
  for (const [table, kinds, figures] of tables) {
    for (const figure of figures)
      found.push(...(await differences(db, { table, kinds, figure })));
    await sql`drop table ${kept(table)}`.execute(db);
  }
  return found;
}

const kept = (table: string) => sql.ref(`kept_${table}`);

/** Slots of one hour are one: who counted does not matter. */
async function differences(
  db: Database,
  of: { table: string; kinds: readonly string[]; figure: string },
): Promise<Difference[]> {
  const keys = list(["site_id", "hour", "program_id", ...of.kinds]);
  const kinds = list(of.kinds);
  const figure = sql.ref(of.figure);
  const { rows } = await sql<Record<string, string | number>>`
    select ${kinds}, count(*) as differing, sum(was) as was, sum(now) as now from (
      select ${keys}, sum(was) as was, sum(now) as now from (
        select ${keys}, ${figure} as was, 0 as now from ${kept(of.table)}
        union all select ${keys}, 0, ${figure} from ${sql.table(of.table)}
      ) as both_sides group by ${keys} having sum(was) <> sum(now)
    ) as differing_rows group by ${kinds} order by ${kinds}`.execute(db);
  return rows.map((row) => ({
    table: of.table,
    of: of.kinds.flatMap((kind) => row[kind] || []).join(" "),
    figure: of.figure,
    rows: Number(row.differing),
    was: Number(row.was),
    is: Number(row.now),
  }));
}

function list(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)));
}
