import { type ExpressionBuilder, sql } from "kysely";
import type { Schema } from "../schema.ts";
import type { Database } from "../storage.ts";
import type { PayoutItemRow } from "./payouts.ts";
import { isStillToPay } from "./still-to-pay.ts";

export interface DueRow {
  reward_id: string;
  person_id: string;
  what: PayoutItemRow["what"];
  amount_minor: number;
  /** Whether anything is known by which the shop could pay this person. */
  is_reachable: boolean;
}

interface DueBy {
  siteId: string;
  currency: string;
  /** `null` for all. */
  kinds: string[] | null;
}

/** Currencies in which something may be due: in a run there may have been too large a correction. */
export async function selectDueCurrencies(
  db: Database,
  siteId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom("rewards")
    .select("currency")
    .distinct()
    .where("site_id", "=", siteId)
    .where("state", "=", "confirmed")
    .orderBy("currency")
    .execute();
  const runs = await db
    .selectFrom("payouts")
    .select("currency")
    .distinct()
    .where("site_id", "=", siteId)
    .execute();
  return [
    ...new Set([...rows, ...runs].map(({ currency }) => currency)),
  ].sort();
}

/** Confirmed rewards that are still to be paid, the longest promised first. */
export async function selectDueRewards(
  db: Database,
  { siteId, currency, kinds }: DueBy,
): Promise<DueRow[]> {
  let due = db
    .selectFrom("rewards")
    .select(["id as reward_id", "person_id", "amount_minor"])
    .select((by) => isReachable(by).as("reachable"))
    .where("site_id", "=", siteId)
    .where("state", "=", "confirmed")
    .where("currency", "=", currency)
    .where("amount_minor", ">", 0)
    .where((by) => by.not(isOfErased(by)))
    .where(isStillToPay)
    .orderBy("id");
  if (kinds) due = due.where("kind", "in", kinds);
  const rows = await due.execute();
  return rows.map(({ reachable, ...row }) => ({
    ...row,
    what: "reward" as const,
    is_reachable: Boolean(reachable),
  }));
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

/** The shop's own id, a mail address or a name: with none of them, nobody knows whom to pay. */
function isReachable(by: ExpressionBuilder<Schema, "rewards">) {
  return by.or([
    by.exists(
      by
        .selectFrom("members")
        .select("members.id")
        .whereRef("members.person_id", "=", "rewards.person_id")
        .where((member) =>
          member.or([
            member("members.external_id", "is not", null),
            member("members.email", "is not", null),
            member("members.name", "is not", null),
          ]),
        ),
    ),
    by.exists(
      by
        .selectFrom("person_keys")
        .select("person_keys.person_id")
        .whereRef("person_keys.person_id", "=", "rewards.person_id")
        .where("person_keys.kind", "=", "id"),
    ),
  ]);
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
    .select((by) => isReachable(by).as("reachable"))
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
      is_reachable: Boolean(row.reachable),
    }))
    .filter(({ amount_minor }) => amount_minor !== 0);
}
