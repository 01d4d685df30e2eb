import type { Database } from "../storage.ts";
import type { LedgerTable } from "../tables/rewards.ts";
import { pageOfSite } from "./rows-of-site.ts";

/** What became of an order, to filter by. */
export type OrderState =
  | "credited"
  | "nobody"
  | "unverified"
  | "refused"
  | "refunded";

/** A page of all orders, newest first. */
export function selectOrders(
  db: Database,
  siteId: string,
  by: {
    /** The shop's own id of an order, or Enishi's. */
    id: string | null;
    state: OrderState | null;
    before: string | null;
    limit: number;
  },
) {
  const { id, state } = by;
  let found = pageOfSite(db, "conversions", siteId, by);
  if (id !== null)
    found = found.where((is) =>
      is.or([is("order_id", "=", id), is("id", "=", id)]),
    );
  if (state === "unverified") found = found.where("trust", "=", "claim");
  if (state === "refused") found = found.where("trust", "=", "refused");
  if (state === "refunded") found = found.where("refunded_minor", ">", 0);
  if (state === "credited" || state === "nobody")
    found = found
      .where("trust", "not in", ["claim", "refused"])
      .where("referral_id", state === "nobody" ? "is" : "is not", null);
  return found.execute();
}

/** Every reward that an order ever had, those that gave way among them, oldest first. */
export async function selectRewardIdsOf(
  db: Database,
  conversionId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom("rewards")
    .select("id")
    .where("conversion_id", "=", conversionId)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

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

/** What members have disputed about an order: by its own id, its tie's, or a reward's. */
export function selectDisputesAbout(
  db: Database,
  siteId: string,
  about: string[],
) {
  return db
    .selectFrom("disputes")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("about", "in", about)
    .orderBy("id", "desc")
    .limit(50)
    .execute();
}
