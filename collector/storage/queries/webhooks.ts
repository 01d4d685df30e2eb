import type { Selectable, Updateable } from "kysely";
import { compiledOnce } from "../compiled-once.ts";
import type { DeliveriesTable, EndpointsTable } from "../schema.ts";
import type { Database } from "../storage.ts";

export type EndpointRow = Selectable<EndpointsTable>;
export type DeliveryRow = Selectable<DeliveriesTable>;
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
  return db
    .selectFrom("endpoints")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export function selectEndpoints(db: Database, siteId: string) {
  return db
    .selectFrom("endpoints")
    .selectAll()
    .where("site_id", "=", siteId)
    .orderBy("id", "desc")
    .execute();
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

export async function insertDelivery(
  db: Database,
  row: DeliveryRow,
): Promise<void> {
  await db.insertInto("deliveries").values(row).execute();
}

/** A delivery with what its endpoint's row says. */
export function selectDelivery(db: Database, id: string) {
  return db
    .selectFrom("deliveries")
    .innerJoin("endpoints", "endpoints.id", "deliveries.endpoint_id")
    .selectAll("deliveries")
    .select("endpoints.failing_since")
    .where("deliveries.id", "=", id)
    .executeTakeFirst();
}

export async function updateDelivery(
  db: Database,
  id: string,
  change: Updateable<DeliveriesTable>,
): Promise<void> {
  await db.updateTable("deliveries").set(change).where("id", "=", id).execute();
}

/** The endpoints, of every site, for which something is due. */
export async function selectDueEndpoints(
  db: Database,
  now: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom("endpoints")
    .select("id")
    .where("state", "=", "enabled")
    .where((by) =>
      by.exists(
        by
          .selectFrom("deliveries")
          .select("deliveries.id")
          .whereRef("deliveries.endpoint_id", "=", "endpoints.id")
          .where("deliveries.state", "=", "pending")
          .where("deliveries.next_at", "<=", now),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** What is due for one endpoint, the longest due first. */
export function selectDueDeliveries(
  db: Database,
  endpointId: string,
  now: number,
  limit: number,
) {
  return db
    .selectFrom("deliveries")
    .innerJoin("endpoints", "endpoints.id", "deliveries.endpoint_id")
    .select([
      "deliveries.id",
      "deliveries.payload",
      "endpoints.url",
      "endpoints.secret",
    ])
    .where("deliveries.endpoint_id", "=", endpointId)
    .where("deliveries.state", "=", "pending")
    .where("deliveries.next_at", "<=", now)
    .where("endpoints.state", "=", "enabled")
    .orderBy("deliveries.next_at")
    .limit(limit)
    .execute();
}

/** Keeps deliveries from being taken twice for a while. */
export async function postponeDeliveries(
  db: Database,
  ids: string[],
  nextAt: number,
): Promise<void> {
  if (!ids.length) return;
  await db
    .updateTable("deliveries")
    .set({ next_at: nextAt })
    .where("id", "in", ids)
    .execute();
}

/** Gives up what an endpoint was still to be told. */
export async function failPendingDeliveries(
  db: Database,
  endpointId: string,
  because: string,
): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ state: "failed", because, next_at: null })
    .where("endpoint_id", "=", endpointId)
    .where("state", "=", "pending")
    .execute();
}

/** A page of deliveries, newest first. */
export function selectDeliveries(
  db: Database,
  siteId: string,
  by: {
    endpointId: string | null;
    state: DeliveryRow["state"] | null;
    before: string | null;
    limit: number;
  },
) {
  let found = db
    .selectFrom("deliveries")
    .selectAll()
    .where("site_id", "=", siteId)
    .orderBy("id", "desc")
    .limit(by.limit);
  if (by.endpointId) found = found.where("endpoint_id", "=", by.endpointId);
  if (by.state) found = found.where("state", "=", by.state);
  if (by.before) found = found.where("id", "<", by.before);
  return found.execute();
}

/** Forgets a number of finished deliveries that are older than an instant; answers how many. */
export async function deleteOldDeliveries(
  db: Database,
  before: number,
  limit: number,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("deliveries")
    .where("id", "in", (by) =>
      by
        .selectFrom("deliveries")
        .select("id")
        .where("state", "in", ["delivered", "failed"])
        .where("created_at", "<", before)
        .limit(limit),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
