import type { Database } from "../storage.ts";
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
