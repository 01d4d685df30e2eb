import { join } from "node:path";
import { expect, test } from "vitest";
import { selectUnbalanced } from "../collector/storage/queries/ledger-balance.ts";
import { openSqliteReader } from "../collector/storage/sqlite/open-sqlite.ts";
import type { EnishiEvent } from "../sdk/protocol/events.ts";
import {
  type CollectorProcess,
  startCollector,
  temporaryFolder,
} from "./collector-process.ts";
import { eventId, siteApi } from "./site-api.ts";
import { nextBatch, openProgram } from "./streamed-events.ts";
import { tellRestarts } from "./tell-restarts.ts";

const cycles = process.env.ENISHI_TORTURE ? 300 : 9;
const senders = 8;

test("every event answered 202 is there, once, after SIGKILL in the middle of a stream", {
  timeout: cycles * 30_000 + 60_000,
}, async () => {
  const database = join(temporaryFolder(), "enishi.db");
  let collector = await startCollector({ database });
  const { code } = await openProgram(collector);
  await rewardSales(collector);
  const sent: EnishiEvent[][] = [];
  const sales: Sale[] = [];
  const restarts: number[] = [];

  for (let cycle = 0; cycle < cycles; cycle++) {
    const stream = await streamUntilKilled(collector, code);
    const killedAt = performance.now();
    collector = await startCollector({ database });
    restarts.push(performance.now() - killedAt);
    const api = siteApi(collector);

    for (const batch of stream.acknowledged) {
      const again = await api.send(batch);
      expect(again.body).toMatchObject({
        accepted: 0,
        duplicate: batch.length,
        refused: [],
      });
    }
    for (const batch of stream.unanswered) {
      expect((await api.send(batch)).body.refused).toEqual([]);
    }
    for (const sale of stream.sales) await settle(api, sale);
    sent.push(...stream.acknowledged, ...stream.unanswered);
    sales.push(...stream.sales);
  }

  const api = siteApi(collector);
  const events = sent.flat();
  const funnel = await api.funnel();
  expect(funnel.shares).toBe(
    events.filter(({ type }) => type === "share").length,
  );
  expect(sent.length).toBeGreaterThan(cycles);
  expect(sales.filter(({ refundMinor }) => refundMinor).length).toBeGreaterThan(
    0,
  );
  const all = await api.conversions();
  const conversions = all.filter(({ type }) => type === "lead");
  const orders = events.flatMap((event) =>
    event.type === "lead" ? [event.orderId] : [],
  );
  expect(conversions.map(({ orderId }) => orderId).sort()).toEqual(
    orders.sort(),
  );
  for (const { rewards } of conversions) {
    expect(rewards.map(({ to }) => to).sort()).toEqual(["friend", "referrer"]);
  }
  const sold = all.filter(({ type }) => type === "sale");
  expect(sold.map(({ orderId }) => orderId).sort()).toEqual(
    sales.map(({ orderId }) => orderId).sort(),
  );
  expect(await collector.end("SIGTERM")).toBe(0);
  expect(await sumsOf(database)).toEqual(
    Object.fromEntries(
      sales.map(({ orderId, amountMinor, refundMinor }) => [
        orderId,
        {
          amountMinor,
          refundMinor,
          rewardMinor: twentieth(amountMinor - refundMinor),
        },
      ]),
    ),
  );
  expect(await imbalancesOf(database)).toEqual([]);
  tellRestarts(restarts);
});

interface Sale {
  code: string;
  orderId: string;
  amountMinor: number;
  /** 0 where it is kept. */
  refundMinor: number;
}

/** What the referrer gets of a sale; the friend gets nothing. */
const twentieth = (amountMinor: number) => Math.floor(amountMinor / 20);

/** Says a sale and its refund, if it has one, as a shop that tries again until it is heard: the second time changes nothing. */
async function settle(api: ReturnType<typeof siteApi>, sale: Sale) {
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

async function rewardSales(collector: CollectorProcess) {
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

/** What the database itself says of each sale. */
async function sumsOf(path: string) {
  const db = openSqliteReader(path);
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
  await db.destroy();
  return Object.fromEntries(
    rows.map((row) => [
      row.order_id,
      {
        amountMinor: row.amount_minor,
        refundMinor: row.refunded_minor,
        rewardMinor: row.reward,
      },
    ]),
  );
}

/** Rewards that are not what the ledger's own lines add up to, and lines that are there twice. */
async function imbalancesOf(path: string) {
  const db = openSqliteReader(path);
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
  await db.destroy();
  return [...unbalanced, ...twice];
}

/** Sends from several connections at once, and kills the collector while answers are outstanding. */
async function streamUntilKilled(collector: CollectorProcess, code: string) {
  const api = siteApi(collector);
  const acknowledged: EnishiEvent[][] = [];
  const unanswered: EnishiEvent[][] = [];
  const sales: Sale[] = [];
  let killed: Promise<unknown> | null = null;
  setTimeout(
    () => {
      killed = collector.end("SIGKILL");
    },
    100 + Math.random() * 1_000,
  );

  async function sender() {
    while (!killed) {
      const batch = await nextBatch(code);
      const answer = await api.send(batch).catch(() => null);
      if (answer?.status === 202) {
        expect(answer.body.refused).toEqual([]);
        acknowledged.push(batch);
      } else {
        unanswered.push(batch);
      }
    }
  }
  async function seller() {
    while (!killed) {
      const amountMinor = 1_000 + Math.floor(Math.random() * 100_000);
      const sale = {
        code,
        orderId: eventId(),
        amountMinor,
        refundMinor: Math.floor(Math.max(0, Math.random() - 0.5) * amountMinor),
      };
      sales.push(sale);
      // Whether it was heard or not, it is said again after the kill.
      await settle(api, sale).catch(() => {});
    }
  }
  await Promise.all([
    ...Array.from({ length: senders }, sender),
    ...Array.from({ length: 2 }, seller),
  ]);
  await killed;
  return { acknowledged, unanswered, sales };
}
