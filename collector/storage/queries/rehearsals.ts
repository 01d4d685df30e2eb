import type { Database } from "../storage.ts";

/**
 * Conversions of a programme that a trusted word stands behind and that were credited and could earn something, newest
 * first; `is_first` says that the friend had none of the kind before.
 */
export function selectCredited(
  db: Database,
  by: { siteId: string; programId: string; since: number; limit: number },
) {
  return db
    .selectFrom("conversions as c")
    .innerJoin("referrals as r", "r.id", "c.referral_id")
    .leftJoin("members as f", "f.person_id", "c.friend_id")
    .select([
      "c.id",
      "c.type",
      "c.amount_minor",
      "c.currency",
      "c.gross_profit_minor",
      "c.margin_class",
      "c.refunded_minor",
      "c.occurred_at",
      "c.friend_id",
      "c.because",
      "r.touch_at",
      "r.member_id",
      "f.id as friend_member_id",
    ])
    .select((select) =>
      select
        .not(
          select.exists(
            select
              .selectFrom("conversions as e")
              .select("e.id")
              .whereRef("e.friend_id", "=", "c.friend_id")
              .whereRef("e.type", "=", "c.type")
              .whereRef("e.program_id", "=", "c.program_id")
              .where("e.trust", "not in", ["claim", "refused"])
              .where((earlier) =>
                earlier.or([
                  earlier("e.occurred_at", "<", earlier.ref("c.occurred_at")),
                  earlier.and([
                    earlier("e.occurred_at", "=", earlier.ref("c.occurred_at")),
                    earlier("e.id", "<", earlier.ref("c.id")),
                  ]),
                ]),
              ),
          ),
        )
        .as("is_first"),
    )
    .where("c.site_id", "=", by.siteId)
    .where("c.program_id", "=", by.programId)
    .where("c.occurred_at", ">=", by.since)
    .where("c.trust", "not in", ["claim", "refused"])
    .orderBy("c.occurred_at", "desc")
    .orderBy("c.id", "desc")
    .limit(by.limit)
    .execute();
}

/** What was promised for some conversions, with the worth of perks above caps; of a reward that was promised anew, the last. */
export function selectPromisesOf(db: Database, conversionIds: string[]) {
  return db
    .selectFrom("rewards")
    .leftJoin("overflows", (on) =>
      on
        .onRef("overflows.reward_id", "=", "rewards.id")
        .on("overflows.kind", "=", "perk")
        .on("overflows.taken_back_at", "is", null),
    )
    .select([
      "conversion_id",
      "side",
      "amount_minor",
      "compensation_minor",
      "state",
      "because",
      "overflows.value_minor as perk_minor",
    ])
    .where("conversion_id", "in", conversionIds)
    .orderBy("rewards.id")
    .execute();
}
