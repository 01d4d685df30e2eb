import type { Database } from "../storage.ts";

/** Pending rewards whose hold is over, oldest first. */
export function selectDue(db: Database, now: number, limit: number) {
  return db
    .selectFrom("rewards")
    .selectAll()
    .where("state", "=", "pending")
    .where("because", "=", "hold_period")
    .where("confirmable_at", "<=", now)
    .orderBy("confirmable_at")
    .limit(limit)
    .execute();
}

/** Rewards of one site that wait for nothing but time, however long yet. */
export function selectHeldByTime(db: Database, siteId: string, limit: number) {
  return db
    .selectFrom("rewards")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("state", "=", "pending")
    .where("because", "=", "hold_period")
    .orderBy("confirmable_at")
    .limit(limit)
    .execute();
}
