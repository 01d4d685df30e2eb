import fc from "fast-check";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { isLongRun, seeded } from "../../tests/long-run.ts";
import { openApp, someId } from "../../tests/open-app.ts";
import { hourMs } from "../storage/rollups/hours-of.ts";
import { rebuildRollups } from "../storage/rollups/rebuild-rollups.ts";
import type { Database } from "../storage/storage.ts";
import { readChannels } from "./read-channels.ts";
import { readFunnel } from "./read-funnel.ts";

const runs = isLongRun ? 300 : 12;

const signal = fc.record({
  what: fc.constantFrom("view", "share", "copy", "click", "bot"),
  code: fc.constantFrom("known", "unknown", "none"),
  channel: fc.constantFrom(null, "line", "x"),
  ageMinutes: fc.nat(400),
  again: fc.boolean(),
});
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("signals" as const),
      signals: fc.array(signal, { maxLength: 6 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("order" as const),
      n: fc.nat(3),
      lead: fc.boolean(),
      amount: fc.integer({ min: 1, max: 300_000 }),
      claim: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("refund" as const),
      n: fc.nat(3),
      part: fc.integer({ min: 1, max: 100 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("verify" as const), n: fc.nat(3) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("sum" as const),
      minutes: fc.integer({ min: 120, max: 400 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      minutes: fc.nat(3_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("settle" as const, "fail" as const),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

test(
  "reports say what is counted row by row, after whatever has happened",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 30 }),
        fc.nat(5_000),
        fc.nat(5_000),
        async (steps, before, span) => {
          const open = await openApp();
          try {
            const { code } = await open.member();
            for (const one of steps) await take(open, code, one);
            const now = open.clock.now;
            const spans = [
              { from: 0, to: now + 1 },
              {
                from: now - before * 60_000,
                to: now - (before - span) * 60_000,
              },
              { from: now - 6 * hourMs - (now % hourMs), to: now },
            ];
            for (const { from, to } of spans)
              for (const program of [undefined, "default", "another"]) {
                const by = { siteId: open.siteId, from, to, program };
                const { items } = await readChannels(open.work, by);
                expect(new Set(items)).toEqual(
                  await channelsRowByRow(open.work.db, {
                    ...{ from, to, program: program ?? null },
                  }),
                );
                expect(
                  await readFunnel(open.work, {
                    siteId: open.siteId,
                    from,
                    to,
                    program,
                  }),
                ).toMatchObject(
                  await countedRowByRow(open.work.db, {
                    from,
                    to,
                    program: program ?? null,
                  }),
                );
              }
            const channels = { siteId: open.siteId, to: now };
            const keptChannels = await readChannels(open.work, channels);
            const kept = await readFunnel(open.work, {
              siteId: open.siteId,
              to: now,
            });
            await rebuildRollups(open.work.db);
            expect(
              await readFunnel(open.work, { siteId: open.siteId, to: now }),
            ).toEqual(kept);
            expect(await readChannels(open.work, channels)).toEqual(
              keptChannels,
            );
          } finally {
            await open.close();
          }
        },
      ),
      { numRuns: runs, ...seeded },
    );
  },
  runs * 5_000,
);

test("an hour that was summed is told of whatever changes in it", async () => {
  const open = await openApp();
  onTestFinished(open.close);
  const { code } = await open.member();
  const { clock, writer } = open;
  const occurredAt = clock.now;
  const ask = async (path: string, body?: unknown) => {
    const answer = await open.asServer("POST", path, body);
    expect(answer.status, answer.text).toBeLessThan(300);
    return answer.body;
  };
  const order = (orderId: string) => ({
    ...{ type: "sale", orderId, amountMinor: 100_000, currency: "JPY" },
    ...{ customer: { id: "taro" }, code, occurredAt },
  });
  const summed = async () => {
    clock.now += 3 * hourMs;
    await writer.run("sumOrderHours", undefined);
    return (await open.asServer("GET", "/v1/reports/funnel")).body;
  };
  const now = async () =>
    (await open.asServer("GET", "/v1/reports/funnel")).body;

  const { rewards } = await ask("/v1/conversions", order("first"));
  expect(await summed()).toMatchObject({ sales: 1, rewards: 2 });
  // An order that earns nothing more.
  await ask("/v1/conversions", order("second"));
  expect(await now()).toMatchObject({ sales: 2, rewards: 2 });
  expect(await summed()).toMatchObject({ sales: 2, revenueMinor: 200_000 });
  // A refund that no reward depends on.
  const refund = { refundId: "r", amountMinor: 100 };
  await ask("/v1/conversions/order:second/refunds", refund);
  expect(await now()).toMatchObject({ revenueMinor: 199_900 });
  expect(await summed()).toMatchObject({ rewardMinor: 2_400 });
  // A reward alone.
  await ask(`/v1/rewards/${rewards[0].id}/void`, { reason: "a mistake" });
  expect(await now()).toMatchObject({ rewards: 1, rewardMinor: 1_200 });
  expect(await summed()).toMatchObject({ rewards: 1, rewardMinor: 1_200 });
});

type Open = Awaited<ReturnType<typeof openApp>>;

async function take(open: Open, code: string, one: Step): Promise<void> {
  const { clock, writer, siteId } = open;
  const ask = (path: string, body?: unknown) =>
    open.asServer("POST", path, body);
  switch (one.do) {
    case "signals": {
      const events = one.signals.flatMap(
        ({ what, code: of, channel, ageMinutes, again }) => {
          const isClick = what === "click" || what === "bot";
          const named =
            of === "known"
              ? code
              : of === "unknown" || isClick
                ? "ZZZZZZZZ"
                : null;
          const id = someId();
          const at = clock.now - ageMinutes * 60_000;
          const event = isClick
            ? {
                kind: "click" as const,
                id,
                at,
                code: named ?? "",
                channel,
                url: null,
                click: null,
                bot: what === "bot",
              }
            : {
                kind: "signal" as const,
                id,
                at,
                type: what as "view",
                surface: null,
                name: null,
                code: named,
                channel,
                props: null,
              };
          return again ? [event, event] : [event];
        },
      );
      await writer.run("recordEvents", {
        siteId,
        origin: null,
        receivedAt: clock.now,
        visitor: null,
        events,
      });
      return;
    }
    case "order": {
      const order = {
        type: one.lead ? "lead" : "sale",
        orderId: `o-${one.n}`,
        code,
        customer: { id: `c-${one.n}` },
        ...(one.lead ? {} : { amountMinor: one.amount, currency: "JPY" }),
      };
      if (one.claim)
        await open.events([{ ...order, id: someId(), at: clock.now }]);
      else await ask("/v1/conversions", order);
      return;
    }
    case "refund":
      await ask(`/v1/conversions/order:o-${one.n}/refunds`, {
        refundId: someId(),
        amountMinor: one.part,
      });
      return;
    case "verify":
      await ask(`/v1/conversions/order:o-${one.n}/verification`);
      return;
    case "pass":
      clock.now += one.minutes * 60_000;
      return;
    case "sum":
      // What was an hour ago is summed; what changes it comes after.
      clock.now += one.minutes * 60_000;
      await writer.run("sumOrderHours", undefined);
      return;
    case "settle":
      await writer.run("settleRewards", undefined);
      return;
    case "fail":
      // Taken back whole: what it had added counts nowhere.
      await open.storage.commitGroup([
        {
          needsSavepoint: true,
          run: async (db) => {
            await db
              .insertInto("events")
              .values({
                site_id: siteId,
                id: someId(),
                type: "view",
                at: clock.now,
                received_at: clock.now,
                visitor: null,
                code,
                channel: null,
                surface: null,
                name: null,
                url: null,
                props: null,
              })
              .execute();
            throw new Error("taken back");
          },
        },
      ]);
  }
}

/** What reports say, read from the rows themselves. */
async function countedRowByRow(
  db: Database,
  { from, to, program }: { from: number; to: number; program: string | null },
) {
  const is = (column: string) =>
    program === null ? sql`true` : sql`${sql.ref(column)} = ${program}`;
  const number = async (query: ReturnType<typeof sql>) => {
    const { rows } = await query.execute(db);
    return Number((rows[0] as { n: number }).n ?? 0);
  };
  const events = (type: string) =>
    number(sql`select count(*) as n from events
    left join codes on codes.code = events.code left join members on members.id = codes.member_id
    where type = ${type} and at >= ${from} and at < ${to} and ${is("members.program_id")}`);
  const orders = (what: ReturnType<typeof sql>, when = sql`true`) =>
    number(sql`select ${what} as n from conversions
    where occurred_at >= ${from} and occurred_at < ${to} and member_id is not null and trust not in ('claim', 'refused') and ${when} and ${is("program_id")}`);
  const rewards = (what: ReturnType<typeof sql>) =>
    number(sql`select ${what} as n from rewards join conversions on conversions.id = conversion_id
    where occurred_at >= ${from} and occurred_at < ${to} and trust not in ('claim', 'refused') and released = 0 and state <> 'void' and ${is("rewards.program_id")}`);
  return {
    views: await events("view"),
    shares: await events("share"),
    copies: await events("copy"),
    clicks:
      await number(sql`select count(*) as n from clicks join codes on codes.code = clicks.code join members on members.id = codes.member_id
      where bot = 0 and at >= ${from} and at < ${to} and ${is("members.program_id")}`),
    leads: await orders(sql`count(*)`, sql`type = 'lead'`),
    sales: await orders(sql`count(*)`, sql`type = 'sale'`),
    conversions: await orders(sql`count(*)`),
    revenueMinor: await orders(sql`sum(amount_minor - refunded_minor)`),
    grossMinor: await orders(sql`sum(gross_minor)`),
    rewards: await rewards(sql`count(*)`),
    rewardMinor: await rewards(
      sql`sum(rewards.amount_minor + compensation_minor)`,
    ),
  };
}

/** Shares, copies and clicks by channel, read from the rows themselves. */
async function channelsRowByRow(
  db: Database,
  { from, to, program }: { from: number; to: number; program: string | null },
) {
  const is =
    program === null ? sql`true` : sql`members.program_id = ${program}`;
  const { rows } = await sql<{ channel: string | null; kind: string }>`
    select channel, type as kind from events
      left join codes on codes.code = events.code left join members on members.id = codes.member_id
      where type in ('share', 'copy') and at >= ${from} and at < ${to} and ${is}
    union all
    select channel, 'click' from clicks
      join codes on codes.code = clicks.code join members on members.id = codes.member_id
      where bot = 0 and at >= ${from} and at < ${to} and ${is}`.execute(db);
  const of = (channel: string | null, what: string) =>
    rows.filter((row) => row.channel === channel && row.kind === what).length;
  return new Set(
    [...new Set(rows.map(({ channel }) => channel))].map((channel) => ({
      channel,
      shares: of(channel, "share"),
      copies: of(channel, "copy"),
      clicks: of(channel, "click"),
    })),
  );
}
