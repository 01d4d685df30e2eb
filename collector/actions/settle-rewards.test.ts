import { expect, onTestFinished, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const yearMs = 365 * dayMs;

/** A shop whose sales are held for thirty days, and whose collectors do what they do every hour. */
async function shop() {
  const open = await openApp();
  onTestFinished(open.close);
  const { clock, writer, work } = open;
  const { code } = await open.member();
  const start = clock.now;
  let orders = 0;
  const jobs = async () => {
    await writer.run("watchClock", undefined);
    while ((await writer.run("settleRewards", undefined)).more);
  };
  await jobs();
  return {
    ...open,
    start,
    code,
    jobs,
    /** By the clock of another collector, or of this one before it is set. */
    async at(now: number, act: () => Promise<unknown>) {
      const right = clock.now;
      clock.now = now;
      await act();
      clock.now = right;
    },
    async passDays(days: number) {
      for (let hour = 0; hour < 24 * days; hour++) {
        clock.now += hourMs;
        await jobs();
      }
    },
    async sale(more: object = {}) {
      orders += 1;
      const { status, body } = await open.asServer("POST", "/v1/conversions", {
        ...{ type: "sale", orderId: `o-${orders}`, code },
        ...{ amountMinor: 50_000, currency: "JPY" },
        ...{ customer: { id: `friend-${orders}` }, ...more },
      });
      expect(status).toBe(201);
      return body;
    },
    states: async () =>
      (
        await work.db
          .selectFrom("rewards")
          .select(["state", "because"])
          .orderBy("id")
          .execute()
      ).map(({ state, because }) => because ?? state),
  };
}
const held = ["hold_period", "hold_period"];
const confirmed = ["confirmed", "confirmed"];

test("a start with the clock years ahead confirms nothing that is not a day from its end, and later all comes in its time", async () => {
  const { clock, at, jobs, sale, states, passDays, start } = await shop();
  await sale();
  for (let again = 0; again < 10; again++)
    await at(clock.now + 2 * yearMs + again * 1_000, jobs);
  expect(await states()).toEqual(held);
  await jobs();
  await passDays(28.5);
  await at(clock.now + 2 * yearMs, jobs);
  expect(await states()).toEqual(held);
  clock.now = start + 30 * dayMs - 1;
  await jobs();
  expect(await states()).toEqual(held);
  clock.now += 1;
  await jobs();
  expect(await states()).toEqual(confirmed);
});

test("of two collectors, one whose clock is years ahead confirms nothing a day too early, and keeps the other from nothing", async () => {
  const { clock, at, jobs, sale, states, start } = await shop();
  await sale();
  const isOver = async () => (await states()).includes("confirmed");
  for (let hour = 1; !(await isOver()); hour++) {
    clock.now = start + hour * hourMs;
    await at(clock.now + 2 * yearMs, jobs);
    if (await isOver()) break;
    await jobs();
  }
  expect(clock.now).toBeGreaterThanOrEqual(start + 29 * dayMs);
  expect(clock.now).toBeLessThanOrEqual(start + 30 * dayMs);
});

test("a collector that has rested confirms what is due as it catches up, a day an hour", async () => {
  const { clock, jobs, sale, states, passDays } = await shop();
  await sale();
  clock.now += 40 * dayMs;
  await jobs();
  expect(await states()).toEqual(held);
  await passDays(2);
  expect(await states()).toEqual(confirmed);
});

test("what is let through or verified while the clock is ahead waits for its time all the same", async () => {
  const open = await shop();
  const { clock, at, sale, states, asServer, writer, siteId, start } = open;
  const suspect = { id: "x", email: "x@mailinator.com" };
  const { id: conversion } = await sale({ customer: suspect });
  expect(await states()).toEqual(["fraud_hold", "fraud_hold"]);
  await at(clock.now + yearMs, () =>
    writer.run("releaseHold", { siteId, conversion, by: "owner" }),
  );
  expect(await states()).toEqual(held);

  await open.events([
    {
      ...{ id: "claim-of-a-browser-1", at: clock.now, type: "sale" },
      ...{ orderId: "claim", amountMinor: 50_000, currency: "JPY" },
      code: open.code,
    },
  ]);
  const unverified = ["unverified", "unverified"];
  expect(await states()).toEqual([...held, ...unverified]);
  await at(clock.now + yearMs, () =>
    asServer("POST", "/v1/conversions/order:claim/verification"),
  );
  expect(await states()).toEqual([...held, ...held]);
  clock.now = start + 29 * dayMs;
  await open.jobs();
  expect(await states()).toEqual([...held, ...held]);
});

test("what has no hold waits for no clock", async () => {
  const { clock, at, events, code, asServer, states, jobs } = await shop();
  await jobs();
  await at(clock.now + 2 * yearMs, async () => {
    await events([
      {
        ...{ id: "claim-of-a-browser-2", at: clock.now, type: "lead" },
        ...{ orderId: "claim", code },
      },
    ]);
    await asServer("POST", "/v1/conversions/order:claim/verification");
  });
  expect(await states()).toEqual(confirmed);
});
