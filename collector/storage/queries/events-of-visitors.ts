import { type RawBuilder, sql } from "kysely";
import type { Database } from "../storage.ts";
import { isOnServer } from "./insert-together.ts";

/** As the index says it. */
const day = sql`received_at / 86400000`;

/** Which of `events` some browsers told: on SQLite looked for day by day, in the order of the index. */
export function isOfVisitors(
  db: Database,
  siteId: string,
  visitors: string[],
): RawBuilder<boolean> {
  const isTheirs = sql<boolean>`site_id = ${siteId} and visitor in (${sql.join(visitors)})`;
  if (isOnServer(db)) return isTheirs;
  return sql<boolean>`${isTheirs} and ${day} in (${daysOf(siteId)})`;
}

/** The days on which anything came, each found behind the one before, so that a clock that was wrong hides none. */
function daysOf(siteId: string) {
  const first = (behind: RawBuilder<unknown>) => sql`
    select ${day} as day from events
    where site_id = ${siteId} and visitor is not null ${behind} order by ${day} limit 1`;
  return sql`
    with recursive days (day) as (
      select day from (${first(sql``)})
      union all
      select (${first(sql`and ${day} > days.day`)}) from days where day is not null
    )
    select day from days where day is not null`;
}
