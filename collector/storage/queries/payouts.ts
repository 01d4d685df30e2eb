import {
  type ExpressionBuilder,
  type Selectable,
  sql,
  type Updateable,
} from "kysely";
import type { PayoutItemsTable, PayoutsTable, Schema } from "../schema.ts";
import type { Database } from "../storage.ts";

export type PayoutRow = Selectable<PayoutsTable>;
export type PayoutItemRow = Selectable<PayoutItemsTable>;

export interface DueRow {
  reward_id: string;
  person_id: string;
  what: PayoutItemRow["what"];
  amount_minor: number;
}

interface DueBy {
  siteId: string;
  currency: string;
  /** `null` for all. */
  kinds: string[] | null;
}

/**
 * Confirmed rewards that are in no open run, the longest promised first.
 * A gift whose code was handed out has nothing left to be paid.
 */
export async function selectDueRewards(
  db: Database,
  { siteId, currency, kinds }: DueBy,
): Promise<DueRow[]> {
  let due = db
    .selectFrom("rewards")
    .select(["id as reward_id", "person_id", "amount_minor"])
    .where("site_id", "=", siteId)
    .where("state", "=", "confirmed")
    .where("currency", "=", currency)
    .where("amount_minor", ">", 0)
    .where((by) => by.not(isOfErased(by)))
    .where((by) =>
      by.not(
        by.exists(
          by
            .selectFrom("gift_codes")
            .select("gift_codes.id")
            .whereRef("gift_codes.reward_id", "=", "rewards.id"),
        ),
      ),
    )
    .where((by) =>
      by.not(
        by.exists(
          by
            .selectFrom("payout_items")
            .select("payout_items.reward_id")
            .whereRef("payout_items.reward_id", "=", "rewards.id")
            .where("payout_items.state", "=", "open"),
        ),
      ),
    )
    .orderBy("id");
  if (kinds) due = due.where("kind", "in", kinds);
  const rows = await due.execute();
  return rows.map((row) => ({ ...row, what: "reward" as const }));
}

/** Nobody can pay somebody who was erased. */
function isOfErased(by: ExpressionBuilder<Schema, "rewards">) {
  return by.exists(
    by
      .selectFrom("people")
      .select("people.id")
      .whereRef("people.id", "=", "rewards.person_id")
      .where("people.erased_at", "is not", null),
  );
}

/**
 * What rewards that were paid have since been compensated by, as far as no run has settled it.
 * Negative where too much was paid; positive where what was settled has come back.
 */
export async function selectOpenCorrections(
  db: Database,
  { siteId, currency, kinds }: DueBy,
): Promise<DueRow[]> {
  let found = db
    .selectFrom("rewards")
    .select(["id as reward_id", "person_id", "compensation_minor"])
    .select((by) =>
      by
        .selectFrom("payout_items")
        .select((sum) =>
          sum.fn
            .coalesce(sum.fn.sum<number | string>("amount_minor"), sum.lit(0))
            .as("settled"),
        )
        .whereRef("payout_items.reward_id", "=", "rewards.id")
        .where("what", "=", "correction")
        .where("payout_items.state", "!=", "left")
        .as("settled"),
    )
    .where("site_id", "=", siteId)
    .where("state", "=", "paid")
    .where("currency", "=", currency)
    .where((by) => by.not(isOfErased(by)))
    .where((by) =>
      by(
        "id",
        "in",
        by
          .selectFrom("rewards as compensated")
          .select("compensated.id")
          .where("compensated.site_id", "=", siteId)
          .where("compensated.currency", "=", currency)
          // Literal, as the partial index has it.
          .where("compensated.compensation_minor", "!=", sql.lit(0))
          .union(
            by
              .selectFrom("payout_items")
              .select("payout_items.reward_id as id")
              .where("what", "=", "correction"),
          ),
      ),
    )
    .orderBy("id");
  if (kinds) found = found.where("kind", "in", kinds);
  const rows = await found.execute();
  return rows
    .map((row) => ({
      reward_id: row.reward_id,
      person_id: row.person_id,
      what: "correction" as const,
      amount_minor: row.compensation_minor - Number(row.settled),
    }))
    .filter(({ amount_minor }) => amount_minor !== 0);
}

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
  return db
    .selectFrom("payouts")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export function selectPayoutByRun(db: Database, siteId: string, runId: string) {
  return db
    .selectFrom("payouts")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("run_id", "=", runId)
    .executeTakeFirst();
}

/** A page of runs, newest first. */
export function selectPayouts(
  db: Database,
  siteId: string,
  { before, limit }: { before: string | null; limit: number },
) {
  let found = db
    .selectFrom("payouts")
    .selectAll()
    .where("site_id", "=", siteId)
    .orderBy("id", "desc")
    .limit(limit);
  if (before) found = found.where("id", "<", before);
  return found.execute();
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
    .selectAll()
    .where("payout_id", "=", payoutId)
    .orderBy("reward_id")
    .execute();
}

/** How many people and rewards are in some runs, and what they come to. */
export async function sumPayouts(db: Database, payoutIds: string[]) {
  if (!payoutIds.length) return [];
  return db
    .selectFrom("payout_items")
    .select("payout_id")
    .select((by) => [
      by.fn.sum<number | string>("amount_minor").as("total"),
      by.fn.count<number | string>("person_id").distinct().as("payees"),
      by.fn.countAll<number | string>().as("rewards"),
    ])
    .where("payout_id", "in", payoutIds)
    .where("state", "!=", "left")
    .groupBy("payout_id")
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
