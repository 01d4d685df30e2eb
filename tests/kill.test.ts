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
import { siteApi } from "./site-api.ts";
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
  const sent: EnishiEvent[][] = [];
  const restarts: number[] = [];

  for (let cycle = 0; cycle < cycles; cycle++) {
    const stream = await streamUntilKilled(collector, code);
    const killedAt = performance.now();
    collector = await startCollector({ database });
    restarts.push(performance.now() - killedAt);
    const api = siteApi(collector);

    expect(stream.acknowledged.length).toBeGreaterThan(0);
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
    sent.push(...stream.acknowledged, ...stream.unanswered);
  }

  const api = siteApi(collector);
  const events = sent.flat();
  const funnel = await api.funnel();
  expect(funnel.shares).toBe(
    events.filter(({ type }) => type === "share").length,
  );
  const conversions = await api.conversions();
  const orders = events.flatMap((event) =>
    event.type === "lead" ? [event.orderId] : [],
  );
  expect(conversions.map(({ orderId }) => orderId).sort()).toEqual(
    orders.sort(),
  );
  for (const { rewards } of conversions) {
    expect(rewards.map(({ to }) => to).sort()).toEqual(["friend", "referrer"]);
  }
  expect(await collector.end("SIGTERM")).toBe(0);
  expect(await imbalancesOf(database)).toEqual([]);
  tellRestarts(restarts);
});

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
  const killAfter = 20 + Math.floor(Math.random() * 60);
  let killed: Promise<unknown> | null = null;

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
      if (acknowledged.length >= killAfter) killed ??= collector.end("SIGKILL");
    }
  }
  await Promise.all(Array.from({ length: senders }, sender));
  await killed;
  return { acknowledged, unanswered };
}
