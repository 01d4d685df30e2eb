import type { Selectable, Updateable } from "kysely";
import { compiledOnce } from "../compiled-once.ts";
import type { Database } from "../storage.ts";
import type { DeliveriesTable } from "../tables/webhooks.ts";
import { pageOfSite } from "./rows-of-site.ts";

export type DeliveryRow = Selectable<DeliveriesTable>;

const emptyDelivery: DeliveryRow = {
  id: "",
  site_id: "",
  endpoint_id: "",
  type: "",
  payload: "",
  state: "pending",
  because: null,
  attempts: 0,
  status: null,
  detail: null,
  next_at: null,
  last_at: null,
  created_at: 0,
};
const deliveryColumns = Object.keys(emptyDelivery) as (keyof DeliveryRow)[];

const insertDeliveryQuery = compiledOnce((db) =>
  db.insertInto("deliveries").values(emptyDelivery),
);

export async function insertDelivery(
  db: Database,
  row: DeliveryRow,
): Promise<void> {
  await insertDeliveryQuery(
    db,
    deliveryColumns.map((column) => row[column]),
  );
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
    .where("state", "=", "pending")
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
  let found = pageOfSite(db, "deliveries", siteId, by);
  if (by.endpointId) found = found.where("endpoint_id", "=", by.endpointId);
  if (by.state) found = found.where("state", "=", by.state);
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
