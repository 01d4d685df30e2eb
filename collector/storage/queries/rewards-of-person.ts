import type { Database } from "../storage.ts";

/** Everything a person has been promised, newest first, with who took it back, why, and how much. */
export function selectRewardsOfPerson(db: Database, personId: string) {
  return (
    db
      .selectFrom("rewards")
      .innerJoin("conversions", "conversions.id", "rewards.conversion_id")
      .leftJoin("overflows", "overflows.reward_id", "rewards.id")
      .leftJoin("ledger", (join) =>
        join
          .onRef("ledger.reward_id", "=", "rewards.id")
          .on("ledger.entry", "=", "void"),
      )
      // Each column costs time in every row: only those that are shown are read.
      .select([
        "rewards.id",
        "rewards.referral_id",
        "rewards.step_on",
        "rewards.side",
        "rewards.kind",
        "rewards.name",
        "rewards.currency",
        "rewards.amount_minor",
        "rewards.compensation_minor",
        "rewards.state",
        "rewards.because",
        "rewards.capped_by",
        "rewards.confirmable_at",
        "rewards.seen_standing",
        "rewards.created_at",
        "ledger.actor as voided_by",
        "ledger.reason as void_reason",
        "ledger.amount_minor as void_minor",
        "conversions.credited_by",
        "conversions.credited_at",
        "overflows.kind as overflow_kind",
        "overflows.name as overflow_name",
        "overflows.value_minor as overflow_value_minor",
        "overflows.taken_back_at as overflow_taken_back_at",
      ])
      .where("rewards.person_id", "=", personId)
      .orderBy("rewards.id", "desc")
      .limit(100)
      .execute()
  );
}

/** A person's money by state and currency. */
export function sumRewardsOfPerson(db: Database, personId: string) {
  return db
    .selectFrom("rewards")
    .select(["state", "currency"])
    .select((by) => [
      by.fn.sum<number | string>("amount_minor").as("amount"),
      by.fn.sum<number | string>("compensation_minor").as("compensation"),
    ])
    .where("person_id", "=", personId)
    .groupBy(["state", "currency"])
    .execute();
}
