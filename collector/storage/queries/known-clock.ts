import { sql } from "kysely";
import type { KnownClock } from "../../domain/trusted-instant.ts";
import { isOnServer } from "../is-on-server.ts";
import { hourOf } from "../rollups/hours-of.ts";
import type { Database } from "../storage.ts";
import { partitionsOf } from "./event-partitions.ts";

/** What was known of the clock when it was last looked at; nothing before the first time. */
export async function selectKnownClock(
  db: Database,
): Promise<KnownClock | null> {
  const rows = await db.selectFrom("retention").selectAll().execute();
  const of = (what: "clock" | "clock_said") =>
    rows.find((row) => row.what === what)?.gone_before;
  const trusted = of("clock");
  const said = of("clock_said");
  if (trusted === undefined || said === undefined) return null;
  return { trusted, said };
}

/** Keeps what is known of the clock for the next look. */
export async function storeKnownClock(
  db: Database,
  { trusted, said }: KnownClock,
): Promise<void> {
  await db
    .insertInto("retention")
    .values([
      { what: "clock", gone_before: trusted },
      { what: "clock_said", gone_before: said },
    ])
    .onConflict((conflict) =>
      conflict.column("what").doUpdateSet((set) => ({
        gone_before: set.ref("excluded.gone_before"),
      })),
    )
    .execute();
}

/** When the event came that was stored last, by the clock of then; on a server, one of the last that came before `now`. */
export async function lastEventAt(
  db: Database,
  now: number,
): Promise<number | null> {
  if (!isOnServer(db)) {
    const { rows } = await sql<{ at: number }>`
      select received_at as at from events order by rowid desc limit 1`.execute(
      db,
    );
    return rows[0]?.at ?? null;
  }
  for (const { name, from } of (await partitionsOf(db)).reverse()) {
    const at = from > now ? null : await lastIn(db, name);
    if (at !== null) return at;
  }
  return null;
}

/** Of a partition's last page alone: no index has the instant, and a month may be long. */
async function lastIn(db: Database, name: string): Promise<number | null> {
  const { rows } = await sql<{ at: string | null }>`
    select max(received_at) as at from ${sql.table(name)} where ctid >= (
      select format('(%s,0)', greatest(0, pg_relation_size(${name}::regclass) / current_setting('block_size')::integer - 1))::tid)`.execute(
    db,
  );
  const at = rows[0]?.at ?? null;
  return at === null ? null : Number(at);
}

/** Nothing that is to come is gone: puts right what a clock that was ahead has left. */
export async function mendGoneBefore(
  db: Database,
  latest: number,
): Promise<void> {
  await db
    .updateTable("retention")
    .set({ gone_before: hourOf(latest) })
    .where("what", "in", ["events", "clicks"])
    .where("gone_before", ">", latest)
    .execute();
}
