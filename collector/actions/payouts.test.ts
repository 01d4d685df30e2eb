import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { DomainError } from "../domain/domain-error.ts";
import { addGiftCodes } from "./add-gift-codes.ts";
import type { PayoutAnswer } from "./answer-payout.ts";
import { readPayout } from "./answer-payout.ts";
import { confirmReward, payReward, voidReward } from "./change-reward.ts";
import { createGiftPool } from "./create-gift-pool.ts";
import { createPayout, type NewPayout } from "./create-payout.ts";
import { listRewards } from "./list-rewards.ts";
import { payoutCsv } from "./payout-csv.ts";
import { payoutTotals } from "./payout-totals.ts";
import { putMember } from "./put-member.ts";
import { recordConversion } from "./record-conversion.ts";
import { refundConversion } from "./refund-conversion.ts";
import { cancelPayout, payPayout } from "./settle-payout.ts";
import { settleRewards } from "./settle-rewards.ts";

let open: Awaited<ReturnType<typeof openWork>>;
let hanako: { id: string; code: string };
const by = "test";
beforeEach(start);
afterEach(() => open.close());

async function start() {
  open = await openWork();
  const { work, siteId } = open;
  const word = { siteId, externalId: "hanako", email: "hanako@example.com" };
  hanako = (await putMember(work, word)).member;
}

/** A sale of 100,000 yen earns both sides 1,200. */
async function sale(orderId: string, friend: string, more: object = {}) {
  const { work, siteId } = open;
  const { conversion } = await recordConversion(work, {
    siteId,
    word: word({
      orderId,
      code: hanako.code,
      customer: { id: friend, email: null, existing: null },
      occurredAt: work.now(),
      ...more,
    }),
  });
  return conversion;
}
async function holdsOver() {
  open.clock.now += 31 * 86_400_000;
  await settleRewards(open.work);
}
const run = async (runId: string, more: Partial<NewPayout> = {}) =>
  (
    await createPayout(open.work, {
      siteId: open.siteId,
      by,
      runId,
      currency: "JPY",
      minimumMinor: 0,
      kinds: null,
      ...more,
    })
  ).payout;
const pay = (payout: string, totalMinor: number | null = null) =>
  payPayout(open.work, { siteId: open.siteId, payout, by, totalMinor });
const refund = (orderId: string, refundId: string, amountMinor: number) =>
  refundConversion(open.work, {
    siteId: open.siteId,
    conversion: `order:${orderId}`,
    refundId,
    amountMinor,
    by,
  });
const rewards = async () =>
  (await listRewards(open.work, { siteId: open.siteId, limit: 200 })).items;
const ofHanako = ({ payees }: PayoutAnswer) =>
  payees.find(({ member }) => member === hanako.id);

test("a run gathers what is confirmed, by person, and is paid once when clicked twice", async () => {
  await sale("A1", "taro");
  await sale("A2", "jiro");
  await holdsOver();
  await sale("A3", "saburo");
  const payout = await run("april");
  expect(payout).toMatchObject({
    state: "open",
    totalMinor: 4_800,
    payeeCount: 3,
    more: false,
  });
  expect(ofHanako(payout)).toMatchObject({
    externalId: "hanako",
    email: "hanako@example.com",
    amountMinor: 2_400,
  });
  expect(payout.payees.map(({ externalId }) => externalId).sort()).toEqual([
    "hanako",
    "jiro",
    "taro",
  ]);
  expect((await rewards()).some(({ state }) => state === "paid")).toBe(false);

  const paid = await pay(payout.id, 4_800);
  expect(paid.state).toBe("paid");
  const entries = () =>
    open.work.db
      .selectFrom("ledger")
      .selectAll()
      .where("entry", "=", "pay")
      .execute();
  expect(await entries()).toHaveLength(4);
  expect(await pay(payout.id, 4_800)).toEqual(paid);
  expect(await entries()).toHaveLength(4);
  expect((await entries())[0]?.reason).toBe(`payout:${payout.id}`);
  expect((await run("may")).totalMinor).toBe(0);
});

test("the same name is the same run, and another run is not made in its name", async () => {
  await sale("A1", "taro");
  await holdsOver();
  const first = await run("april", { kinds: ["points", "cash"] });
  expect(await run("april", { kinds: ["cash", "points"] })).toEqual(first);
  await expect(run("april")).rejects.toMatchObject({ code: "state_conflict" });
  expect((await run("again")).payees).toEqual([]);
});

test("kinds, currency and minimum say who is in a run", async () => {
  await sale("A1", "taro");
  await sale("A2", "jiro");
  await holdsOver();
  expect((await run("cash", { kinds: ["cash"] })).payees).toEqual([]);
  expect((await run("usd", { currency: "USD" })).payees).toEqual([]);
  const payout = await run("minimum", { minimumMinor: 1_201 });
  expect(payout.payees.map(({ member }) => member)).toEqual([hanako.id]);
});

test("what a refund takes back after payment is deducted from the next run, once", async () => {
  await sale("A1", "taro");
  await holdsOver();
  await pay((await run("first")).id);
  await refund("A1", "R1", 50_000);
  expect((await run("owing")).payees).toEqual([]);
  await sale("A2", "jiro");
  await holdsOver();
  const second = await run("second");
  expect(ofHanako(second)).toMatchObject({ amountMinor: 600 });
  expect(
    ofHanako(second)
      ?.rewards.map(({ what }) => what)
      .sort(),
  ).toEqual(["correction", "reward"]);
  await pay(second.id);
  await sale("A3", "saburo");
  await holdsOver();
  expect(ofHanako(await run("third"))).toMatchObject({ amountMinor: 1_200 });
});

test("points owed back are seen beside the cash that they lessen", async () => {
  await sale("A1", "taro");
  const { id } = await sale("A2", "jiro");
  await holdsOver();
  await open.work.db
    .updateTable("rewards")
    .set({ kind: "cash" })
    .where("conversion_id", "=", id)
    .execute();
  await pay((await run("points", { kinds: ["points"] })).id);
  await refund("A1", "R1", 50_000);
  const csv = payoutCsv(await run("all"));
  expect(csv.split("\r\n")[0]).toContain('"kinds"');
  expect(csv).toMatch(/"(cash 1200; points -600|points -600; cash 1200)"/);
});

describe("a reward in an open run", () => {
  test("leaves it when it is taken back, and the run says so", async () => {
    const { work, siteId } = open;
    const { rewards: promised } = await sale("A1", "taro");
    await sale("A2", "jiro");
    await holdsOver();
    const { id } = await run("april");
    const reward = promised[0]?.id ?? "";
    await voidReward(work, { siteId, reward, by, reason: "fraud" });
    const now = await readPayout(work, { siteId, payout: id });
    expect(now).toMatchObject({ totalMinor: 3_600 });
    expect(now.left).toMatchObject([
      { reward, amountMinor: 1_200, because: "fraud" },
    ]);
    await expect(pay(id, 4_800)).rejects.toMatchObject({
      code: "state_conflict",
    });
    expect((await pay(id, 3_600)).state).toBe("paid");
    expect((await rewards()).find((one) => one.id === reward)?.state).toBe(
      "void",
    );
  });

  test("leaves it when a refund changes what it is worth, and is due in the next", async () => {
    await sale("A1", "taro");
    await holdsOver();
    const { id } = await run("april");
    await refund("A1", "R1", 50_000);
    expect(await pay(id)).toMatchObject({ totalMinor: 0, payeeCount: 0 });
    expect((await run("may")).totalMinor).toBe(1_200);
  });

  test("is not paid by hand beside it", async () => {
    const { work, siteId } = open;
    const { rewards: promised } = await sale("A1", "taro");
    await holdsOver();
    const { id } = await run("april");
    const payment = () =>
      payReward(work, { siteId, reward: promised[0]?.id ?? "", by });
    await expect(payment()).rejects.toMatchObject({ code: "state_conflict" });
    await cancelPayout(work, { siteId, payout: id, by, reason: "mistaken" });
    expect((await payment()).state).toBe("paid");
    await expect(pay(id)).rejects.toMatchObject({ code: "state_conflict" });
  });
});

test("a gift whose code was handed out is not paid again, and counts in the year's total", async () => {
  const { work, siteId } = open;
  const pool = { name: "300 yen", programId: "default", on: "lead", url: null };
  const { id } = await createGiftPool(work, {
    ...{ siteId, by, ...pool },
    ...{ to: null, valueMinor: 300, currency: "JPY", lowBelow: 0 },
  });
  await addGiftCodes(work, {
    siteId,
    pool: id,
    codes: ["A-1", "B-2"].map((code, line) => ({ line, code })),
    by,
  });
  await sale("L1", "taro", { type: "lead", amountMinor: null, currency: null });
  await sale("A1", "taro");
  await holdsOver();
  const payout = await run("april");
  expect(payout.totalMinor).toBe(2_400);
  await pay(payout.id);
  await refund("A1", "R1", 50_000);
  const { items } = await payoutTotals(work, { siteId, year: 2026 });
  expect(items).toHaveLength(2);
  for (const item of items)
    expect(item).toMatchObject({
      currency: "JPY",
      paidMinor: 1_200,
      compensatedMinor: -600,
      giftsMinor: 300,
      totalMinor: 900,
    });
});

test("a year ends where the programme is, and totals come in pages", async () => {
  const { work, siteId, clock } = open;
  await sale("A1", "taro");
  await holdsOver();
  // 2026-12-31 23:30 in Tokyo, and half an hour later.
  clock.now = Date.UTC(2026, 11, 31, 14, 30);
  await pay((await run("old")).id);
  await sale("A2", "jiro");
  await holdsOver();
  clock.now = Date.UTC(2027, 1, 1);
  await pay((await run("new")).id);
  const of = async (year: number, more: object = {}) =>
    payoutTotals(work, { siteId, year, ...more });
  expect((await of(2026)).items.map((one) => one.externalId).sort()).toEqual([
    "hanako",
    "taro",
  ]);
  expect((await of(2027)).items.map((one) => one.externalId).sort()).toEqual([
    "hanako",
    "jiro",
  ]);
  expect((await of(2025)).items).toEqual([]);
  const first = await of(2027, { limit: 1 });
  const second = await of(2027, { limit: 1, cursor: first.next });
  expect([...first.items, ...second.items]).toEqual((await of(2027)).items);
  expect(second.next).toBeNull();
});

const orders = ["A1", "A2", "A3"];
const friends = ["taro", "jiro", "saburo"];
const step = fc.oneof(
  fc.record({ do: fc.constant("sale" as const), nth: fc.nat(2) }),
  fc.record({
    do: fc.constant("refund" as const),
    nth: fc.nat(2),
    refund: fc.constantFrom("R1", "R2", "R3"),
    amountMinor: fc.constantFrom(1, 30_000, 50_000, 100_000),
  }),
  fc.record({
    do: fc.constantFrom("void" as const, "confirm" as const, "pay" as const),
    nth: fc.nat(5),
  }),
  fc.record({
    do: fc.constant("run" as const),
    nth: fc.nat(3),
    minimumMinor: fc.constantFrom(0, 1_000, 2_000),
  }),
  fc.record({
    do: fc.constantFrom("settle" as const, "cancel" as const),
    nth: fc.nat(3),
  }),
  fc.record({ do: fc.constant("gross" as const), nth: fc.nat(2) }),
);

test("in any order of orders, refunds, decisions and runs, nobody is paid twice, and what was paid is what the ledger says", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 30 }),
      async (steps) => {
        await open.close();
        await start();
        const { work, siteId } = open;
        const runs: string[] = [];
        const byHand = new Set<string>();
        for (const one of steps) {
          const { nth } = one;
          const reward = async () => (await rewards())[nth]?.id ?? "rwd_none";
          try {
            if (one.do === "sale")
              await sale(orders[nth] ?? "", friends[nth] ?? "");
            else if (one.do === "gross")
              await sale(orders[nth] ?? "", friends[nth] ?? "", {
                grossProfitMinor: 60_000,
              });
            else if (one.do === "refund")
              await refund(orders[nth] ?? "", one.refund, one.amountMinor);
            else if (one.do === "run") {
              const { minimumMinor } = one;
              runs.push((await run(`run-${runs.length}`, { minimumMinor })).id);
            } else if (one.do === "settle") await pay(runs[nth] ?? "none");
            else if (one.do === "cancel")
              await cancelPayout(work, {
                siteId,
                payout: runs[nth] ?? "none",
                by,
                reason: "test",
              });
            else {
              const change = { siteId, reward: await reward(), by };
              if (one.do === "confirm") await confirmReward(work, change);
              if (one.do === "void")
                await voidReward(work, { ...change, reason: "test" });
              if (one.do === "pay") {
                await payReward(work, change);
                byHand.add(change.reward);
              }
            }
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          await checkRuns(byHand);
        }
      },
    ),
    { numRuns: 40 },
  );
});

/** After every step: the runs, the rewards and the ledger tell the same story. */
async function checkRuns(byHand: Set<string>) {
  const { db } = open.work;
  const all = await db.selectFrom("rewards").selectAll().execute();
  const items = await db.selectFrom("payout_items").selectAll().execute();
  const ledger = await db.selectFrom("ledger").selectAll().execute();
  const payouts = await db.selectFrom("payouts").selectAll().execute();
  for (const reward of all) {
    const own = items.filter(({ reward_id }) => reward_id === reward.id);
    const pays = ledger.filter(
      (line) => line.reward_id === reward.id && line.entry === "pay",
    );
    expect(pays.length).toBe(reward.state === "paid" ? 1 : 0);
    const inOpen = own.filter(({ state }) => state === "open");
    expect(inOpen.length).toBeLessThanOrEqual(1);
    for (const { what, amount_minor } of inOpen) {
      expect(reward.state).toBe(what === "reward" ? "confirmed" : "paid");
      if (what === "reward") expect(amount_minor).toBe(reward.amount_minor);
    }
    const paid = own.filter(({ state }) => state === "paid");
    const asReward = paid.filter(({ what }) => what === "reward");
    if (reward.state === "paid" && !byHand.has(reward.id)) {
      expect(asReward).toHaveLength(1);
      expect(asReward[0]?.amount_minor).toBe(reward.amount_minor);
    } else expect(asReward).toEqual([]);
    // What the runs have deducted and will deduct is what was compensated.
    const corrected = [...paid, ...inOpen]
      .filter(({ what }) => what === "correction")
      .reduce((sum, { amount_minor }) => sum + amount_minor, 0);
    if (inOpen.some(({ what }) => what === "correction"))
      expect(corrected).toBe(reward.compensation_minor);
    const booked = ledger
      .filter((line) => line.reward_id === reward.id)
      .reduce((sum, line) => sum + line.amount_minor, 0);
    expect(booked).toBe(reward.amount_minor + reward.compensation_minor);
  }
  for (const { id, minimum_minor, state } of payouts) {
    const own = items.filter((item) => item.payout_id === id);
    const byPerson = Map.groupBy(
      own.filter((item) => item.state !== "left"),
      ({ person_id }) => person_id,
    );
    for (const list of byPerson.values()) {
      const sum = list.reduce((total, item) => total + item.amount_minor, 0);
      expect(sum).toBeGreaterThan(0);
      const isWhole = !own.some((item) => item.state === "left");
      if (isWhole) expect(sum).toBeGreaterThanOrEqual(minimum_minor);
    }
    const states = new Set(own.map((item) => item.state));
    if (state !== "open") expect(states.has("open")).toBe(false);
    if (state !== "paid") expect(states.has("paid")).toBe(false);
  }
}
