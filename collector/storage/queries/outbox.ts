import type { Database } from "../storage.ts";

/** Messages that are not delivered yet: how many, and since when the oldest waits. */
export function selectOutbox(db: Database) {
  return db
    .selectFrom("deliveries")
    .select((by) => [
      by.fn.countAll<number>().as("waiting"),
      by.fn.min<number | null>("created_at").as("oldest_at"),
    ])
    .where("state", "=", "pending")
    .executeTakeFirstOrThrow();
}
