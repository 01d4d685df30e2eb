import { type RawBuilder, sql } from "kysely";
import { isOnServer } from "../is-on-server.ts";
import type { Database } from "../storage.ts";
import { members } from "./members.ts";

interface Wanted {
  query: string | null;
  code: string | null;
  emailIndex: string | null;
  state: "active" | "suspended" | null;
  before: string | null;
  limit: number;
}

/** A page of members, newest first; `query` matches the shop's id, ours, the code, the beginning of the public name or a mail. */
export function selectMembers(db: Database, siteId: string, by: Wanted) {
  let found = members(db)
    .where("members.site_id", "=", siteId)
    .orderBy("members.id", "desc")
    .limit(by.limit);
  if (by.before) found = found.where("members.id", "<", by.before);
  if (by.state) found = found.where("members.state", "=", by.state);
  const { query, code, emailIndex } = by;
  if (query) {
    // Each by an index of its own: asked for in one condition, they read every member there is.
    const ways = [
      sql`select id from members where site_id = ${siteId} and external_id = ${query}`,
      sql`select id from members where site_id = ${siteId} and id = ${query}`,
      sql`select id from (${named(db, siteId, { ...by, query })}) as named`,
    ];
    if (code)
      ways.push(
        sql`select member_id from codes where site_id = ${siteId} and code = ${code}`,
      );
    if (emailIndex)
      ways.push(
        sql`select id from members where site_id = ${siteId} and email_index = ${emailIndex}`,
      );
    found = found.where(
      "members.id",
      "in",
      sql<string>`(${sql.join(ways, sql` union `)})`,
    );
  }
  return found.execute();
}

/** The page's worth of those whose public name begins so, in any case: a range of the index by names, which LIKE is not on every engine. */
function named(
  db: Database,
  siteId: string,
  { query, state, before, limit }: Wanted & { query: string },
): RawBuilder<unknown> {
  const order = isOnServer(db) ? sql`collate "C"` : sql``;
  const name = sql`lower(public_name) ${order}`;
  const behindAll = "\u{10FFFF}";
  // Not the plain column, or the planner may read the page off the index by ids, through everybody who is not named so.
  const id = sql`(id || '')`;
  return sql`
    select id from members where site_id = ${siteId}
    and ${name} >= lower(${query}) and ${name} < lower(${query}) || ${behindAll}
    ${state ? sql`and state = ${state}` : sql``} ${before ? sql`and ${id} < ${before}` : sql``}
    order by ${id} desc limit ${limit}`;
}
