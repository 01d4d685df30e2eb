import { sql } from "kysely";
import type { Database } from "../storage.ts";
import { isWaiting, type Waiting } from "./queue.ts";
import { isStillToPay } from "./still-to-pay.ts";

interface Subjects {
  /** These alone, or all that match. */
  ids: string[] | null;
  /** Nothing that came later than this one. */
  upTo: string | null;
}

/** What the owner has chosen to act on: orders that wait, or rewards by a filter. */
export type Chosen = Subjects &
  (
    | { of: Waiting }
    | {
        of: "rewards";
        act: "confirm" | "pay" | "void";
        state: "pending" | "confirmed" | "paid" | "void" | null;
        personId: string | null;
        programId?: string | null;
      }
  );

/** The orders that are chosen. */
function chosenOrders(
  db: Database,
  siteId: string,
  { of: what, ids, upTo }: Subjects & { of: Waiting },
) {
  let orders = db.selectFrom("conversions").where(isWaiting(what, siteId));
  if (ids) orders = orders.where("id", "in", ids);
  if (upTo) orders = orders.where("id", "<=", upTo);
  return orders;
}

/** The rewards that an act on what is chosen would change. */
export function chosenRewards(db: Database, siteId: string, chosen: Chosen) {
  const rewards = db
    .selectFrom("rewards")
    .where("rewards.site_id", "=", siteId);
  if (chosen.of !== "rewards") {
    const orders = chosenOrders(db, siteId, chosen);
    return rewards
      .where("rewards.conversion_id", "in", orders.select("id"))
      .where("rewards.state", "=", "pending")
      .where(
        "rewards.because",
        "=",
        chosen.of === "held" ? "fraud_hold" : "unverified",
      );
  }
  const { act, ids, upTo, state, personId, programId } = chosen;
  let found = rewards.where(
    "rewards.state",
    "in",
    act === "confirm"
      ? ["pending"]
      : act === "pay"
        ? ["confirmed"]
        : ["pending", "confirmed"],
  );
  // What waits for a look is confirmed one by one, by whoever has looked; what a claim was promised, by verifying its order.
  if (act === "confirm")
    found = found.where((by) =>
      by.or([
        by("rewards.because", "is", null),
        by(
          "rewards.because",
          "not in",
          ids ? ["unverified"] : ["unverified", "fraud_hold"],
        ),
      ]),
    );
  if (act === "pay") found = found.where(isStillToPay);
  if (ids) found = found.where("rewards.id", "in", ids);
  if (upTo) found = found.where("rewards.id", "<=", upTo);
  if (state) found = found.where("rewards.state", "=", state);
  if (programId) found = found.where("rewards.program_id", "=", programId);
  if (personId) found = found.where("rewards.person_id", "=", personId);
  return found;
}

/** Sums by currency, and how many come before their time. */
export function sumChosen(
  db: Database,
  siteId: string,
  chosen: Chosen,
  now: number,
) {
  return chosenRewards(db, siteId, chosen)
    .select((by) => [
      "rewards.currency",
      by.fn.sum<number | string>("rewards.amount_minor").as("amount"),
      by.fn.countAll<number | string>().as("rewards"),
      by.fn.max("rewards.id").as("newest"),
      sql<number | string>`sum(case when rewards.state = 'pending'
        and rewards.confirmable_at > ${now} then 1 else 0 end)`.as("early"),
    ])
    .groupBy("rewards.currency")
    .orderBy("rewards.currency")
    .execute();
}

/** The orders whose rewards are chosen: their sums by currency, and the largest. */
export function sumChosenOrders(
  db: Database,
  siteId: string,
  chosen: Subjects & { of: Waiting },
) {
  return chosenOrders(db, siteId, chosen)
    .where("currency", "is not", null)
    .select((by) => [
      "currency",
      by.fn.sum<number | string>("amount_minor").as("amount"),
      by.fn.max("amount_minor").as("largest"),
    ])
    .groupBy("currency")
    .orderBy("currency")
    .execute();
}

/** For whom the rewards are, the largest sums first. */
export function selectChosenPeople(
  db: Database,
  siteId: string,
  chosen: Chosen,
  limit: number,
) {
  return chosenRewards(db, siteId, chosen)
    .leftJoin("members", "members.person_id", "rewards.person_id")
    .select((by) => [
      "members.id as member",
      "rewards.currency",
      by.fn.sum<number | string>("rewards.amount_minor").as("amount"),
    ])
    .groupBy(["rewards.person_id", "members.id", "rewards.currency"])
    .orderBy("amount", "desc")
    .orderBy("rewards.person_id")
    .limit(limit)
    .execute();
}

export async function countChosenPeople(
  db: Database,
  siteId: string,
  chosen: Chosen,
): Promise<number> {
  const row = await chosenRewards(db, siteId, chosen)
    .select((by) =>
      by.fn.count<number | string>("rewards.person_id").distinct().as("n"),
    )
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** The orders among what is chosen: how many, and the newest. */
export async function countChosenOrders(
  db: Database,
  siteId: string,
  chosen: Subjects & { of: Waiting },
) {
  const row = await chosenOrders(db, siteId, chosen)
    .select((by) => [
      by.fn.countAll<number | string>().as("n"),
      by.fn.max("id").as("newest"),
    ])
    .executeTakeFirst();
  return { n: Number(row?.n ?? 0), newest: row?.newest ?? null };
}
