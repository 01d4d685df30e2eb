import type { Selectable, SelectQueryBuilder } from "kysely";
import type { Schema } from "../schema.ts";
import type { Database } from "../storage.ts";

/** Tables whose rows each belong to a site, and have ids that are ordered by time. */
type OwnTable =
  | "conversions"
  | "deliveries"
  | "disputes"
  | "endpoints"
  | "gift_pools"
  | "payouts"
  | "referrals";

type Rows<Table extends OwnTable> = SelectQueryBuilder<
  Schema,
  Table,
  Selectable<Schema[Table]>
>;

/** What a table has of a site. */
export function rowsOfSite<Table extends OwnTable>(
  db: Database,
  table: Table,
  siteId: string,
): Rows<Table> {
  return typed<Table>(ownRows(db, table, siteId));
}

/** A page of what a table has of a site, newest first; `before` is where the page before it ended. */
export function pageOfSite<Table extends OwnTable>(
  db: Database,
  table: Table,
  siteId: string,
  { before, limit }: { before: string | null; limit: number },
): Rows<Table> {
  const page = ownRows(db, table, siteId).orderBy("id", "desc").limit(limit);
  return typed<Table>(before ? page.where("id", "<", before) : page);
}

/** For any of the tables: what all of them have can be asked of it. */
function ownRows(db: Database, table: OwnTable, siteId: string) {
  return db.selectFrom(table).selectAll().where("site_id", "=", siteId);
}

function typed<Table extends OwnTable>(
  rows: ReturnType<typeof ownRows>,
): Rows<Table> {
  return rows as unknown as Rows<Table>;
}
