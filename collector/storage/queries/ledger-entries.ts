import { sql } from "kysely";
import { insertOnce } from "../compiled-once.ts";
import type { Database } from "../storage.ts";
import type { LedgerTable } from "../tables/rewards.ts";
import type { AuditAsked } from "./audit.ts";

export const insertLedgerEntry = insertOnce("ledger", [
  "id",
  "site_id",
  "reward_id",
  "entry",
  "amount_minor",
  "currency",
  "key",
  "actor",
  "reason",
  "at",
]);

/** Every line of the ledger about some rewards, oldest first. */
export async function selectLedgerOfRewards(
  db: Database,
  rewardIds: string[],
): Promise<LedgerTable[]> {
  if (!rewardIds.length) return [];
  return db
    .selectFrom("ledger")
    .selectAll()
    .where("reward_id", "in", rewardIds)
    .orderBy("id")
    .execute();
}

/** What was done to rewards, newest first: to one, or to those of a conversion. */
export function selectLedgerEntries(
  db: Database,
  siteId: string,
  { subject, actor = null, action = null, before, limit }: AuditAsked,
) {
  let found = db
    .selectFrom("ledger")
    .select(["id", "at", "actor", "entry", "reward_id", "reason"])
    .select(["amount_minor", "currency"])
    .where("site_id", "=", siteId)
    .orderBy("id", "desc")
    .limit(limit);
  if (before !== null) found = found.where("id", "<", `led_${before}`);
  if (actor !== null) found = found.where("actor", "=", actor);
  if (action !== null)
    found = found.where(sql<boolean>`entry || '_reward' = ${action}`);
  if (subject !== null)
    found = found.where((by) =>
      by(
        "reward_id",
        "in",
        by
          .selectFrom("rewards")
          .select("rewards.id")
          .where(
            subject.startsWith("cnv_") ? "rewards.conversion_id" : "rewards.id",
            "=",
            subject,
          ),
      ),
    );
  return found.execute();
}
