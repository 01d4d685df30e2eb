import type { Selectable, Updateable } from "kysely";
import { compiledOnce } from "../compiled-once.ts";
import type { Database } from "../storage.ts";
import type { EndpointsTable } from "../tables/webhooks.ts";
import { rowsOfSite } from "./rows-of-site.ts";

export type EndpointRow = Selectable<EndpointsTable>;
export type Subscription = Pick<EndpointRow, "id" | "events">;

const selectSubscriptionsQuery = compiledOnce<Subscription>((db) =>
  db
    .selectFrom("endpoints")
    .select(["id", "events"])
    .where("site_id", "=", "")
    .where("state", "=", "enabled"),
);

/** A site's endpoints that are told something: asked at every change, so compiled once. */
export async function selectSubscriptions(
  db: Database,
  siteId: string,
): Promise<Subscription[]> {
  const { rows } = await selectSubscriptionsQuery(db, [siteId, "enabled"]);
  return rows;
}

export function selectEndpoint(db: Database, siteId: string, id: string) {
  return rowsOfSite(db, "endpoints", siteId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export function selectEndpoints(db: Database, siteId: string) {
  return rowsOfSite(db, "endpoints", siteId).orderBy("id", "desc").execute();
}

export async function insertEndpoint(
  db: Database,
  row: EndpointRow,
): Promise<void> {
  await db.insertInto("endpoints").values(row).execute();
}

export async function updateEndpoint(
  db: Database,
  id: string,
  change: Updateable<EndpointsTable>,
): Promise<void> {
  await db.updateTable("endpoints").set(change).where("id", "=", id).execute();
}

/** Forgets an endpoint, what it was still to be told, and its log. */
export async function deleteEndpointRow(
  db: Database,
  id: string,
): Promise<void> {
  await db.deleteFrom("deliveries").where("endpoint_id", "=", id).execute();
  await db.deleteFrom("endpoints").where("id", "=", id).execute();
}
