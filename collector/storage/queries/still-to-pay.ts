import type { ExpressionBuilder } from "kysely";
import type { Schema } from "../schema.ts";

/** Whether a confirmed reward is still to be paid: it is in no open run, and no gift whose code was handed out. */
export function isStillToPay(by: ExpressionBuilder<Schema, "rewards">) {
  return by.and([
    by.not(
      by.exists(
        by
          .selectFrom("gift_codes")
          .select("gift_codes.id")
          .whereRef("gift_codes.reward_id", "=", "rewards.id"),
      ),
    ),
    by.not(
      by.exists(
        by
          .selectFrom("payout_items")
          .select("payout_items.reward_id")
          .whereRef("payout_items.reward_id", "=", "rewards.id")
          .where("payout_items.state", "=", "open"),
      ),
    ),
  ]);
}
