import { sql } from "kysely";
import type { Database } from "../storage.ts";

/** Gifts of one step, side and worth that wait for a code. */
export interface GiftNeed {
  programId: string;
  on: string;
  to: "referrer" | "friend";
  amountMinor: number;
  currency: string;
  waiting: number;
}

/** Gifts that wait for a code of a worth that no pool in use has: no upload would settle them. */
export async function selectUnserved(
  db: Database,
  siteId: string,
): Promise<GiftNeed[]> {
  const rows = await waitingGifts(db)
    .where("rewards.site_id", "=", siteId)
    .where((by) =>
      by.not(
        by.exists(
          by
            .selectFrom("gift_pools")
            .select("gift_pools.id")
            .where(hasCodesForReward),
        ),
      ),
    )
    .select("rewards.program_id as programId")
    .select("rewards.step_on as on")
    .select("rewards.side as to")
    .select("rewards.amount_minor as amountMinor")
    .select("rewards.currency as currency")
    .select((by) => by.fn.countAll<number | string>().as("waiting"))
    .groupBy(["rewards.program_id", "rewards.step_on", "rewards.side"])
    .groupBy(["rewards.amount_minor", "rewards.currency"])
    .orderBy("rewards.program_id")
    .orderBy("rewards.step_on")
    .orderBy("rewards.amount_minor")
    .orderBy("rewards.side", "desc")
    .execute();
  return rows.map((row) => ({ ...row, waiting: Number(row.waiting) }));
}

/** What the gifts of a step that wait are worth, whether a pool serves them or not. */
export async function selectWaitingValues(
  db: Database,
  siteId: string,
  { programId, on, currency }: Pick<GiftNeed, "programId" | "on" | "currency">,
): Promise<Pick<GiftNeed, "to" | "amountMinor">[]> {
  return waitingGifts(db)
    .where("rewards.site_id", "=", siteId)
    .where("rewards.program_id", "=", programId)
    .where("rewards.step_on", "=", on)
    .where("rewards.currency", "=", currency)
    .select(["rewards.side as to", "rewards.amount_minor as amountMinor"])
    .distinct()
    .execute();
}

/** How many gifts each of some pools would serve, had it codes; those that nobody waits for are left out. */
export async function countWaiting(
  db: Database,
  poolIds: string[],
): Promise<Map<string, number>> {
  if (!poolIds.length) return new Map();
  const rows = await waitingByPool(db)
    .select("gift_pools.id")
    .select((by) => by.fn.countAll<number | string>().as("n"))
    .where("gift_pools.id", "in", poolIds)
    .groupBy("gift_pools.id")
    .execute();
  return new Map(rows.map(({ id, n }) => [id, Number(n)]));
}

/** Pools with the rewards that wait for one of their codes. */
export function waitingByPool(db: Database) {
  return waitingGifts(db).innerJoin("gift_pools", (join) =>
    join.on(hasCodesForReward),
  );
}

/** Whether a pool in use is for a reward of this step and side, and its codes are worth as much. */
const hasCodesForReward = sql<boolean>`gift_pools.site_id = rewards.site_id
  and gift_pools.program_id = rewards.program_id and gift_pools.step_on = rewards.step_on
  and (gift_pools.side is null or gift_pools.side = rewards.side)
  and gift_pools.currency = rewards.currency and gift_pools.value_minor = rewards.amount_minor
  and gift_pools.retired_at is null`;

/** Rewards that wait for a code; whoever was erased would never see one. */
function waitingGifts(db: Database) {
  return (
    db
      .selectFrom("rewards")
      .innerJoin("people", "people.id", "rewards.person_id")
      // Literal, as the partial index has it: with a parameter it would not be used.
      .where("rewards.because", "=", sql.lit("no_gift_code"))
      .where("rewards.state", "=", "pending")
      .where("people.erased_at", "is", null)
  );
}
