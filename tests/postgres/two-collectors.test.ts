import { expect, inject, test, vi } from "vitest";
import { openPostgresReader } from "../../collector/storage/postgres/open-postgres.ts";
import type { EnishiEvent } from "../../sdk/protocol/events.ts";
import { type CollectorProcess, startCollector } from "../collector-process.ts";
import { isLongRun } from "../long-run.ts";
import { severalAtOnce } from "../several-at-once.ts";
import { eventId, siteApi } from "../site-api.ts";
import { nextBatch, openProgram } from "../streamed-events.ts";
import {
  booksOf,
  booksToBe,
  rewardSales,
  type Sale,
  settle,
  someSale,
} from "../streamed-sales.ts";
import { tellProgress } from "../tell-progress.ts";
import { tellRestarts } from "../tell-restarts.ts";
import { onServer } from "./provide-server.ts";
import { postgresAt } from "./test-database.ts";

const cycles = isLongRun ? 200 : 9;
const sendersEach = 4;
const sellers = 2;

test("every event answered 202 is there, once, after SIGKILL of now the one and now the other of two collectors", {
  timeout: cycles * 30_000 + 60_000,
}, async () => {
  const database = await postgresAt();
  let [steady, mortal] = await Promise.all([
    startCollector({ database }),
    startCollector({ database }),
  ]);
  const restarts: number[] = [];
  const killedOnce = tellProgress(cycles, "kills");
  const { code } = await openProgram(steady);
  await rewardSales(steady);
  const acknowledged: EnishiEvent[][] = [];
  const unanswered: EnishiEvent[][] = [];
  const sales: Sale[] = [];

  for (let cycle = 0; cycle < cycles; cycle++) {
    let killed: Promise<unknown> | null = null;
    const killAt = acknowledged.length + 10 + Math.floor(Math.random() * 30);
    const sender = async (collector: () => CollectorProcess) => {
      while (!killed) {
        const batch = await nextBatch(code);
        const answer = await siteApi(collector())
          .send(batch)
          .catch(() => null);
        (answer?.status === 202 ? acknowledged : unanswered).push(batch);
        if (acknowledged.length >= killAt) killed ??= mortal.end("SIGKILL");
      }
    };
    // Every order is told twice, to both at once; the one that dies may have heard it first.
    const seller = async () => {
      while (!killed) {
        const sale = someSale(code);
        sales.push(sale);
        const [heard] = await Promise.allSettled([
          settle(siteApi(steady), sale),
          settle(siteApi(mortal), sale),
        ]);
        if (heard.status === "rejected") throw heard.reason;
      }
    };
    await Promise.all([
      ...Array.from({ length: sendersEach }, () => [
        sender(() => mortal),
        sender(() => steady),
      ]).flat(),
      ...Array.from({ length: sellers }, seller),
    ]);
    await killed;
    const killedAt = performance.now();
    const again = await startCollector({ database });
    restarts.push(performance.now() - killedAt);
    [steady, mortal] = [again, steady];
    killedOnce();
  }
  tellRestarts(restarts);
  expect(restarts).toHaveLength(cycles);

  // What was answered is known to both; what was not is taken now, by either.
  await severalAtOnce(acknowledged.entries(), async ([n, batch]) => {
    const again = await siteApi(n % 2 ? steady : mortal).send(batch);
    expect(again.body).toMatchObject({ accepted: 0, refused: [] });
  });
  await severalAtOnce(unanswered.entries(), async ([n, batch]) => {
    const again = await siteApi(n % 2 ? mortal : steady).send(batch);
    expect(again.body.refused).toEqual([]);
  });
  const events = [...acknowledged, ...unanswered].flat();
  const leads = events.filter(({ type }) => type === "lead").length;
  await severalAtOnce(sales.entries(), async ([n, sale]) => {
    await settle(siteApi(n % 2 ? steady : mortal), sale);
    await settle(siteApi(n % 2 ? mortal : steady), sale);
  });
  expect(sales.some(({ refundMinor }) => refundMinor)).toBe(true);
  const funnel = await siteApi(mortal).funnel();
  const rewarded = 2 * leads + sales.length;
  expect(funnel).toMatchObject({
    shares: events.length - leads,
    leads,
    rewards: rewarded,
  });
  const db = openPostgresReader(database);
  expect(await booksOf(db)).toEqual(booksToBe(sales));
  await db.destroy();
  const [sums] = await onServer<Record<string, string>>(
    database,
    `select (select count(*) from events where type <> 'sale') as events,
       (select count(*) from conversions) as orders,
       (select count(*) from rewards) as rewards,
       (select sum(ledger.amount_minor) from ledger join rewards on rewards.id = reward_id
         where step_on = 'lead') as leads`,
  );
  expect(sums).toEqual({
    events: String(events.length),
    orders: String(leads + sales.length),
    rewards: String(rewarded),
    leads: String(600 * leads),
  });
  expect(await steady.end("SIGTERM")).toBe(0);
  expect(await mortal.end("SIGTERM")).toBe(0);
});

test("one order over two collectors at once is one order, with one reward a side", async () => {
  const database = await postgresAt();
  const both = await Promise.all([
    startCollector({ database }),
    startCollector({ database }),
  ]);
  const apis = both.map(siteApi);
  const { code } = await openProgram(both[0] as CollectorProcess);
  const order = {
    type: "sale",
    orderId: "o-1",
    amountMinor: 40_000,
    currency: "JPY",
    customer: { id: "taro" },
    code,
  };
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, n) =>
      (apis[n % 2] as ReturnType<typeof siteApi>).convert(order),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([
    ...Array.from({ length: 63 }, () => 200),
    201,
  ]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(await apis[1]?.rewards()).toHaveLength(2);
  const other = await apis[1]?.convert({ ...order, amountMinor: 50_000 });
  expect(other?.status).toBe(409);
  await Promise.all(both.map((one) => one.end("SIGTERM")));
});

test("a connection that the server ends is made again, and nothing that was answered is lost", {
  timeout: 320_000,
}, async () => {
  const server = inject("postgres");
  if ("missing" in server) return;
  const database = await postgresAt();
  const name = new URL(database).pathname.slice(1);
  const collector = await startCollector({ database });
  const api = siteApi(collector);
  const { code } = await openProgram(collector);
  const accepted: EnishiEvent[] = [];
  let isOver = false;
  const sender = async () => {
    while (!isOver) {
      const event: EnishiEvent = {
        ...{ id: eventId(), at: Date.now() },
        ...{ type: "share", code, channel: "x" },
      };
      const answer = await api.send([event]);
      expect([202, 503]).toContain(answer.status);
      if (answer.status === 202) accepted.push(event);
    }
  };
  const senders = Promise.all(Array.from({ length: 8 }, sender));
  for (let times = 1; times <= 5; times++) {
    // Longer than the longest that a question may take whose answer was lost.
    await vi.waitFor(
      () => expect(accepted.length).toBeGreaterThan(times * 50),
      { timeout: 60_000, interval: 50 },
    );
    await onServer(
      server.url.replace(/\/[^/]*$/, "/postgres"),
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    );
  }
  isOver = true;
  await senders;
  const [row] = await onServer<{ n: string }>(
    database,
    `select count(*) as n from events where id in ('${accepted.map(({ id }) => id).join("','")}')`,
  );
  expect(row?.n).toBe(String(accepted.length));
  await collector.end("SIGTERM");
});
