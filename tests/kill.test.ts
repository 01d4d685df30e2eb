import { join } from "node:path";
import { expect, test } from "vitest";
import { openSqliteReader } from "../collector/storage/sqlite/open-sqlite.ts";
import type { EnishiEvent } from "../sdk/protocol/events.ts";
import {
  type CollectorProcess,
  startCollector,
  temporaryFolder,
} from "./collector-process.ts";
import { isLongRun } from "./long-run.ts";
import { severalAtOnce } from "./several-at-once.ts";
import { siteApi } from "./site-api.ts";
import { nextBatch, openProgram } from "./streamed-events.ts";
import {
  booksOf,
  booksToBe,
  rewardSales,
  type Sale,
  settle,
  someSale,
} from "./streamed-sales.ts";
import { tellProgress } from "./tell-progress.ts";
import { tellRestarts } from "./tell-restarts.ts";

const cycles = isLongRun ? 300 : 9;
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
  const killedOnce = tellProgress(cycles, "kills");

  for (let cycle = 0; cycle < cycles; cycle++) {
    const stream = await streamUntilKilled(collector, code);
    const killedAt = performance.now();
    collector = await startCollector({ database });
    restarts.push(performance.now() - killedAt);
    const api = siteApi(collector);

    await severalAtOnce(stream.acknowledged, async (batch) => {
      const again = await api.send(batch);
      expect(again.body).toMatchObject({
        accepted: 0,
        duplicate: batch.length,
        refused: [],
      });
    });
    await severalAtOnce(stream.unanswered, async (batch) => {
      expect((await api.send(batch)).body.refused).toEqual([]);
    });
    await severalAtOnce(stream.sales, (sale) => settle(api, sale));
    sent.push(...stream.acknowledged, ...stream.unanswered);
    sales.push(...stream.sales);
    killedOnce();
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
  const db = openSqliteReader(database);
  expect(await booksOf(db)).toEqual(booksToBe(sales));
  await db.destroy();
  expect(restarts).toHaveLength(cycles);
  tellRestarts(restarts);
});

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
      const sale = someSale(code);
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
