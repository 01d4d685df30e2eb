import {
  type Chosen,
  chosenRewards,
  countChosenOrders,
  countChosenPeople,
  selectChosenPeople,
  sumChosen as sum,
  sumChosenOrders,
} from "../storage/queries/chosen.ts";
import { selectWaiting } from "../storage/queries/queue.ts";
import { type Page, pageOf } from "./page.ts";
import type { Reading } from "./work.ts";

export type { Chosen };

/** What an act on what is chosen would do, before it is done. */
export interface ChosenSum {
  /** So many orders, or rewards, are acted on. */
  count: number;
  /** The newest of them; `null` where there is none. */
  upTo: string | null;
  totals: { currency: string; amountMinor: number }[];
  /** What the orders themselves come to, and the largest of each currency; none where rewards are chosen. */
  orders: { currency: string; amountMinor: number; largestMinor: number }[];
  /** Pending rewards among them whose time has not come. */
  early: number;
  people: number;
  /** Those who get most; a friend who has not joined has no member. */
  largest: { member: string | null; currency: string; amountMinor: number }[];
}

const mostShown = 10;

export async function sumChosen(
  { db, now }: Reading,
  { siteId, chosen }: { siteId: string; chosen: Chosen },
): Promise<ChosenSum> {
  const totals = await sum(db, siteId, chosen, now());
  const orders =
    chosen.of === "rewards"
      ? null
      : await countChosenOrders(db, siteId, chosen);
  const sales =
    chosen.of === "rewards" ? [] : await sumChosenOrders(db, siteId, chosen);
  const largest = await selectChosenPeople(db, siteId, chosen, mostShown);
  const add = (of: (one: (typeof totals)[number]) => number | string) =>
    totals.reduce((all, one) => all + Number(of(one)), 0);
  const newest = totals
    .map((one) => one.newest)
    .toSorted()
    .at(-1);
  return {
    count: orders?.n ?? add((one) => one.rewards),
    upTo: orders?.newest ?? newest ?? null,
    totals: totals.map(({ currency, amount }) => ({
      currency,
      amountMinor: Number(amount),
    })),
    orders: sales.flatMap(({ currency, amount, largest }) =>
      currency === null || amount === null
        ? []
        : [
            {
              currency,
              amountMinor: Number(amount),
              largestMinor: Number(largest),
            },
          ],
    ),
    early: add((one) => one.early),
    people: await countChosenPeople(db, siteId, chosen),
    largest: largest.map(({ member, currency, amount }) => ({
      member,
      currency,
      amountMinor: Number(amount),
    })),
  };
}

/** One of what is chosen, and what the owner calls it. */
export interface ChosenOne {
  id: string;
  /** The order's own number. */
  orderId: string;
}

/** What is chosen, newest first, a page at a time. */
export async function listChosen(
  { db }: Reading,
  by: {
    siteId: string;
    chosen: Chosen;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<Page<ChosenOne>> {
  const { siteId, chosen, limit } = by;
  const before = by.cursor ?? null;
  if (chosen.of !== "rewards") {
    const { of: what, ids, upTo } = chosen;
    const rows = await selectWaiting(db, siteId, {
      what,
      ids,
      upTo,
      before,
      limit: limit + 1,
    });
    return pageOf(rows, limit, ({ id, order_id }) => ({
      id,
      orderId: order_id,
    }));
  }
  let rewards = chosenRewards(db, siteId, chosen)
    .innerJoin("conversions", "conversions.id", "rewards.conversion_id")
    .select(["rewards.id", "conversions.order_id"])
    .orderBy("rewards.id", "desc")
    .limit(limit + 1);
  if (before) rewards = rewards.where("rewards.id", "<", before);
  return pageOf(await rewards.execute(), limit, ({ id, order_id }) => ({
    id,
    orderId: order_id,
  }));
}
