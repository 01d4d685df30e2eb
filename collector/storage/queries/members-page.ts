import { sql } from "kysely";
import type { Database } from "../storage.ts";
import { members } from "./members.ts";

/** A page of members, newest first; `query` matches the shop's id, the code, the public name or a mail. */
export function selectMembers(
  db: Database,
  siteId: string,
  by: {
    query: string | null;
    code: string | null;
    emailIndex: string | null;
    state: "active" | "suspended" | null;
    before: string | null;
    limit: number;
  },
) {
  let found = members(db)
    .where("members.site_id", "=", siteId)
    .orderBy("members.id", "desc")
    .limit(by.limit);
  if (by.before) found = found.where("members.id", "<", by.before);
  if (by.state) found = found.where("members.state", "=", by.state);
  const { query, code, emailIndex } = by;
  if (query)
    found = found.where((where) =>
      where.or([
        where("members.external_id", "=", query),
        where("members.id", "=", query),
        // In any case, which LIKE alone means in SQLite only.
        sql<boolean>`lower(members.public_name) like lower(${`${escaped(query)}%`}) escape '\\'`,
        ...(code ? [where("codes.code", "=", code)] : []),
        ...(emailIndex ? [where("members.email_index", "=", emailIndex)] : []),
      ]),
    );
  return found.execute();
}

/** As text that means only itself to LIKE. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
