import type { Selectable, Updateable } from "kysely";
import type { Database } from "../storage.ts";
import type { PayoutItemsTable, PayoutsTable } from "../tables/payouts.ts";
import { pageOfSite, rowsOfSite } from "./rows-of-site.ts";

export type PayoutRow = Selectable<PayoutsTable>;
export type PayoutItemRow = Selectable<PayoutItemsTable>;

export async function insertPayout(
  db: Database,
  row: PayoutRow,
): Promise<void> {
  await db.insertInto("payouts").values(row).execute();
}

export async function insertPayoutItem(
  db: Database,
  row: PayoutItemRow,
): Promise<void> {
  await db.insertInto("payout_items").values(row).execute();
}

export function selectPayout(db: Database, siteId: string, id: string) {
  return rowsOfSite(db, "payouts", siteId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export function selectPayoutByRun(db: Database, siteId: string, runId: string) {
  return rowsOfSite(db, "payouts", siteId)
    .where("run_id", "=", runId)
    .executeTakeFirst();
}

/** A page of runs, newest first. */
export function selectPayouts(
  db: Database,
  siteId: string,
  by: { before: string | null; limit: number },
) {
  return pageOfSite(db, "payouts", siteId, by).execute();
}

export async function updatePayout(
  db: Database,
  id: string,
  change: Updateable<PayoutsTable>,
): Promise<void> {
  await db.updateTable("payouts").set(change).where("id", "=", id).execute();
}

export function selectPayoutItems(db: Database, payoutId: string) {
  return db
    .selectFrom("payout_items")
    .innerJoin("rewards", "rewards.id", "payout_items.reward_id")
    .selectAll("payout_items")
    .select("rewards.kind")
    .where("payout_id", "=", payoutId)
    .orderBy("reward_id")
    .execute();
}

/** How many people are in some runs, and what they come to; of cancelled runs, who and what was. */
export async function sumPayouts(db: Database, payoutIds: string[]) {
  if (!payoutIds.length) return [];
  return db
    .selectFrom("payout_items")
    .select("payout_id")
    .select((by) => [
      by.fn.sum<number | string>("amount_minor").as("total"),
      by.fn.count<number | string>("person_id").distinct().as("payees"),
    ])
    .select("state")
    .where("payout_id", "in", payoutIds)
    .where((by) =>
      by.or([by("state", "!=", "left"), by("because", "=", "cancelled")]),
    )
    .groupBy(["payout_id", "state"])
    .execute();
}

/** The open run that a reward is in. */
export function selectOpenItem(db: Database, rewardId: string) {
  return db
    .selectFrom("payout_items")
    .selectAll()
    .where("reward_id", "=", rewardId)
    .where("state", "=", "open")
    .executeTakeFirst();
}

/** What one person still has in an open run. */
export function selectOpenItemsOf(
  db: Database,
  payoutId: string,
  personId: string,
) {
  return db
    .selectFrom("payout_items")
    .selectAll()
    .where("payout_id", "=", payoutId)
    .where("person_id", "=", personId)
    .where("state", "=", "open")
    .execute();
}

/** Moves what is open in a run, or one reward of it, into another state. */
export async function settleItems(
  db: Database,
  payoutId: string,
  change: { state: "paid" | "left"; because: string | null },
  rewardId?: string,
): Promise<void> {
  let settled = db
    .updateTable("payout_items")
    .set(change)
    .where("payout_id", "=", payoutId)
    .where("state", "=", "open");
  if (rewardId !== undefined)
    settled = settled.where("reward_id", "=", rewardId);
  await settled.execute();
}
