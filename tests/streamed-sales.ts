import { expect } from "vitest";
import { selectUnbalanced } from "../collector/storage/queries/ledger-balance.ts";
import type { Database } from "../collector/storage/storage.ts";
import type { CollectorProcess } from "./collector-process.ts";
import { eventId, siteApi } from "./site-api.ts";

export interface Sale {
  code: string;
  orderId: string;
  amountMinor: number;
  /** 0 where it is kept. */
  refundMinor: number;
}

/** What the referrer gets of a sale; the friend gets nothing. */
const twentieth = (amountMinor: number) => Math.floor(amountMinor / 20);

/** One of any amount; of two, one is given back in part. */
export function someSale(code: string): Sale {
  const amountMinor = 1_000 + Math.floor(Math.random() * 100_000);
  const refundMinor = Math.floor(
    Math.max(0, Math.random() - 0.5) * amountMinor,
  );
  return { code, orderId: eventId(), amountMinor, refundMinor };
}

/** Says a sale and its refund, if it has one, as a shop that tries again until it is heard: the second time changes nothing. */
export async function settle(api: ReturnType<typeof siteApi>, sale: Sale) {
  const { orderId, amountMinor, refundMinor } = sale;
  const said = await api.convert({
    ...{ type: "sale", orderId, amountMinor, currency: "JPY" },
    ...{ customer: { id: `buyer-of-${orderId}` }, code: sale.code },
  });
  expect([200, 201]).toContain(said.status);
  if (!refundMinor) return;
  const path = `/v1/conversions/order:${orderId}/refunds`;
  const refund = { refundId: `refund-${orderId}`, amountMinor: refundMinor };
  const refunded = await api.asServer("POST", path, refund);
  expect([200, 201]).toContain(refunded.status);
}

/** Rewards the referrer of every sale with a share of it, so that each amount has a sum of its own. */
export async function rewardSales(collector: CollectorProcess) {
  const { asServer } = siteApi(collector);
  const { body } = await asServer<{
    items: { margins: object; steps: { on: string }[] }[];
  }>("GET", "/v1/programs");
  const [program] = body.items;
  const steps = program?.steps.map((step) =>
    step.on === "sale"
      ? { ...step, referrer: { kind: "points", rateBps: 500 }, friend: null }
      : step,
  );
  const margins = { default: 10_000 };
  const put = { ...program, margins, steps };
  const { status } = await asServer("PUT", "/v1/programs/default", put);
  expect(status).toBe(200);
}

/** What the database itself says of each sale, and which rewards are not what the ledger's lines add up to, or are there twice. */
export async function booksOf(db: Database) {
  const rows = await db
    .selectFrom("conversions")
    .innerJoin("rewards", "rewards.conversion_id", "conversions.id")
    .innerJoin("ledger", "ledger.reward_id", "rewards.id")
    .where("conversions.type", "=", "sale")
    .groupBy([
      "conversions.id",
      "order_id",
      "conversions.amount_minor",
      "refunded_minor",
    ])
    .select(["order_id", "conversions.amount_minor", "refunded_minor"])
    .select((by) => by.fn.sum<number>("ledger.amount_minor").as("reward"))
    .execute();
  const sums = rows.map(
    (row) =>
      `${row.order_id}: ${row.amount_minor} - ${row.refunded_minor}, reward ${row.reward}`,
  );
  const { unbalanced } = await selectUnbalanced(db, {
    after: "",
    count: 1_000_000,
  });
  const twice = await db
    .selectFrom("ledger")
    .select("reward_id")
    .where("entry", "=", "accrue")
    .groupBy("reward_id")
    .having((by) => by.fn.countAll(), ">", 1)
    .execute();
  return { sums: sums.sort(), unbalanced, twice };
}

/** What the database has to say of these. */
export function booksToBe(sales: Sale[]) {
  const sums = sales.map(
    ({ orderId, amountMinor, refundMinor }) =>
      `${orderId}: ${amountMinor} - ${refundMinor}, reward ${twentieth(amountMinor - refundMinor)}`,
  );
  return { sums: sums.sort(), unbalanced: [], twice: [] };
}
