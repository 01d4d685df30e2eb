import { sql } from "kysely";
import { compiledByLength, compiledOnce } from "../compiled-once.ts";
import type { Database } from "../storage.ts";
import type { KnownCustomersTable } from "../tables/people.ts";

/** A blind index under which somebody was imported. */
export type CustomerKey = Pick<KnownCustomersTable, "kind" | "value">;

type ImportedRow = CustomerKey & { imported_at: number };

const knownCustomersQuery = compiledByLength<ImportedRow>((db, values) =>
  db
    .selectFrom("known_customers")
    .select(["kind", "value", "imported_at"])
    .where("site_id", "=", "")
    .where("kind", "in", [sql.lit("id" as const), sql.lit("email" as const)])
    .where("value", "in", values),
);

/** Which of these were imported, and when. */
export async function selectKnownCustomers(
  db: Database,
  siteId: string,
  keys: CustomerKey[],
): Promise<ImportedRow[]> {
  if (!keys.length) return [];
  const values = keys.map(({ value }) => value);
  const { rows } = await knownCustomersQuery(db, values.length, [
    siteId,
    ...values,
  ]);
  return rows;
}

/** Keeps them; whoever was imported before keeps the time of that. */
export async function insertKnownCustomers(
  db: Database,
  rows: KnownCustomersTable[],
): Promise<void> {
  if (!rows.length) return;
  await db
    .insertInto("known_customers")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Forgets that somebody was imported; answers whether they were. */
export async function deleteKnownCustomers(
  db: Database,
  siteId: string,
  keys: CustomerKey[],
): Promise<boolean> {
  if (!keys.length) return false;
  const { numDeletedRows } = await db
    .deleteFrom("known_customers")
    .where("site_id", "=", siteId)
    .where("kind", "in", ["id", "email"])
    .where(
      "value",
      "in",
      keys.map(({ value }) => value),
    )
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** How many ids and mailboxes were imported, and when last; zero where nobody was. */
export async function countKnownCustomers(db: Database, siteId: string) {
  const rows = await db
    .selectFrom("known_customers")
    .select((by) => [
      "kind",
      by.fn.countAll<number>().as("n"),
      by.fn.max("imported_at").as("last"),
    ])
    .where("site_id", "=", siteId)
    .groupBy("kind")
    .execute();
  const of = (kind: CustomerKey["kind"]) =>
    Number(rows.find((row) => row.kind === kind)?.n ?? 0);
  return {
    ids: of("id"),
    mails: of("email"),
    lastAt: rows.reduce<number | null>(
      (last, row) => Math.max(last ?? 0, Number(row.last)),
      null,
    ),
  };
}

/** Whether anybody has ever said who is new: by an import, or of an order. */
export async function isNewnessTold(
  db: Database,
  siteId: string,
): Promise<boolean> {
  if (await hasImport(db, siteId)) return true;
  const told = await db
    .selectFrom("conversions")
    .select("id")
    .where("site_id", "=", siteId)
    .where("customer_existing", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return told !== undefined;
}

const hasImportQuery = compiledOnce((db) =>
  db
    .selectFrom("known_customers")
    .select("site_id")
    .where("site_id", "=", "")
    .limit(sql.lit(1)),
);

/** Whether the shop has imported anybody. */
export async function hasImport(
  db: Database,
  siteId: string,
): Promise<boolean> {
  return (await hasImportQuery(db, [siteId])).rows.length > 0;
}
