import fc from "fast-check";
import { expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { defaultProgram } from "../domain/program.ts";
import { changeOrder } from "./change-order.ts";
import { confirmReward, payReward } from "./change-reward.ts";
import { putMember } from "./put-member.ts";
import { putProgram } from "./put-program.ts";
import { recordConversion } from "./record-conversion.ts";
import { refundConversion } from "./refund-conversion.ts";

/** A sale of 100,000 yen by a friend of Hanako's: 1,200 points for each side. */
async function openShop() {
  const opened = await openWork();
  const { work, siteId } = opened;
  const { member } = await putMember(work, { siteId, externalId: "hanako" });
  const sale = word({
    orderId: "A1",
    code: member.code,
    customer: { id: "taro", email: null, existing: false },
  });
  const { conversion } = await recordConversion(work, { siteId, word: sale });
  const by = "test";
  const order = { siteId, conversion: conversion.id, by };
  const act = {
    tell: (facts: Partial<typeof sale>) =>
      recordConversion(work, { siteId, word: { ...sale, ...facts } }),
    change: (
      changeId: string,
      facts: Omit<
        Parameters<typeof changeOrder>[1],
        keyof typeof order | "changeId"
      >,
    ) => changeOrder(work, { ...order, changeId, ...facts }),
    refund: (refundId: string, amountMinor: number) =>
      refundConversion(work, { ...order, refundId, amountMinor }),
    chargeBack: (refundId: string, amountMinor?: number) =>
      refundConversion(work, {
        ...order,
        refundId,
        amountMinor,
        reason: "chargeback",
      }),
    async pay() {
      for (const { id } of conversion.rewards) {
        await confirmReward(work, { siteId, reward: id, by });
        await payReward(work, { siteId, reward: id, by });
      }
    },
  };
  return { ...opened, conversion, act };
}

const amounts = ({ rewards }: { rewards: { amountMinor: number }[] }) =>
  rewards.map(({ amountMinor }) => amountMinor);
const stands = (conversion: {
  rewards: { amountMinor: number; compensationMinor: number }[];
}) =>
  conversion.rewards.map(
    ({ amountMinor, compensationMinor }) => amountMinor + compensationMinor,
  );

test("an order that becomes smaller or larger takes its unpaid rewards with it", async () => {
  const { act, close } = await openShop();
  const smaller = await act.change("C1", { amountMinor: 50_000 });
  expect(smaller.adjustments).toEqual([
    { to: "referrer", amountMinor: -600 },
    { to: "friend", amountMinor: -600 },
  ]);
  const larger = await act.change("C2", { amountMinor: 200_000 });
  expect(amounts(larger.conversion)).toEqual([2400, 2400]);
  await close();
});

test("a change that comes twice is one, and with other facts a conflict", async () => {
  const { act, close } = await openShop();
  const first = await act.change("C1", { amountMinor: 50_000 });
  const again = await act.change("C1", { amountMinor: 50_000 });
  expect(again).toEqual({ ...first, created: false });
  await expect(act.change("C1", { amountMinor: 60_000 })).rejects.toThrow(
    "already recorded",
  );
  await close();
});

test("the first word of an order, replayed after a change, changes nothing", async () => {
  const { act, close } = await openShop();
  await act.tell({ grossProfitMinor: 50_000 });
  const { conversion } = await act.change("C1", { amountMinor: 60_000 });
  expect(amounts(conversion)).toEqual([900, 900]);
  const replayed = await act.tell({ grossProfitMinor: 50_000 });
  expect(replayed.conversion).toEqual(conversion);
  await expect(act.tell({ amountMinor: 70_000 })).rejects.toThrow(
    "already recorded with other facts",
  );
  await close();
});

test("changes and refunds come to the same in either order", async () => {
  const one = await openShop();
  await one.act.refund("R1", 30_000);
  const changedLast = await one.act.change("C1", { amountMinor: 80_000 });
  await one.close();
  const other = await openShop();
  await other.act.change("C1", { amountMinor: 80_000 });
  const refundedLast = await other.act.refund("R1", 30_000);
  await other.close();
  expect(amounts(changedLast.conversion)).toEqual([600, 600]);
  expect(amounts(refundedLast.conversion)).toEqual([600, 600]);
});

test("a total below what is refunded is refused", async () => {
  const { act, close } = await openShop();
  await act.refund("R1", 30_000);
  await expect(act.change("C1", { amountMinor: 29_999 })).rejects.toMatchObject(
    { code: "state_conflict" },
  );
  await expect(
    act.change("C2", { amountMinor: 40_000, currency: "USD" }),
  ).rejects.toMatchObject({ code: "order_conflict" });
  await close();
});

test("a stated gross profit keeps its share of the amount until it is stated anew", async () => {
  const { act, close } = await openShop();
  await act.change("C1", { grossProfitMinor: 60_000 });
  const half = await act.change("C2", { amountMinor: 50_000 });
  expect(amounts(half.conversion)).toEqual([900, 900]);
  const anew = await act.change("C3", { grossProfitMinor: 20_000 });
  expect(amounts(anew.conversion)).toEqual([600, 600]);
  await close();
});

test("a paid reward is compensated, given back up to what was paid, and never raised, which the shop is told", async () => {
  const { act, close } = await openShop();
  await act.pay();
  const smaller = await act.change("C1", { amountMinor: 50_000 });
  expect(stands(smaller.conversion)).toEqual([600, 600]);
  expect(amounts(smaller.conversion)).toEqual([1200, 1200]);
  const larger = await act.change("C2", { amountMinor: 200_000 });
  expect(stands(larger.conversion)).toEqual([1200, 1200]);
  expect(larger.conversion.warnings.map(({ code }) => code)).toEqual([
    "already_paid",
    "already_paid",
  ]);
  await close();
});

test("a larger order raises a reward only as far as the budget leaves, and says what cut it", async () => {
  const { act, work, siteId, close } = await openShop();
  await putProgram(work, {
    siteId,
    program: {
      ...defaultProgram("https://shop.example/"),
      limits: [
        { per: "member", on: null, unit: "money", max: 2_000, window: "month" },
      ],
    },
    by: "test",
  });
  const { conversion } = await act.change("C1", { amountMinor: 200_000 });
  expect(amounts(conversion)).toEqual([2000, 2400]);
  expect(conversion.rewards[0]?.cappedBy).toEqual(["limit_reached"]);
  await close();
});

test("a refund never raises what a limit had cut, though the limit is free again", async () => {
  const { act, work, siteId, clock, close } = await openShop();
  await putProgram(work, {
    siteId,
    program: {
      ...defaultProgram("https://shop.example/"),
      limits: [
        { per: "member", on: null, unit: "money", max: 1_500, window: "month" },
      ],
    },
    by: "test",
  });
  await act.change("C1", { amountMinor: 200_000 });
  clock.now += 40 * 24 * 3_600_000;
  const { conversion } = await act.refund("R1", 20_000);
  expect(amounts(conversion)).toEqual([1500, 2160]);
  await close();
});

test("a chargeback, of whatever part, takes all unpaid rewards for good", async () => {
  const { act, work, siteId, conversion, close } = await openShop();
  const { conversion: after } = await act.chargeBack("B1", 1_000);
  expect(after.chargedBackAt).toBe(work.now());
  expect(after.rewards.map(({ state, because }) => [state, because])).toEqual([
    ["void", "refunded"],
    ["void", "refunded"],
  ]);
  const changed = await act.change("C1", { amountMinor: 300_000 });
  await act.tell({ grossProfitMinor: 90_000 });
  expect(stands(changed.conversion)).toEqual([0, 0]);
  await expect(
    confirmReward(work, {
      siteId,
      reward: conversion.rewards[0]?.id ?? "",
      by: "test",
    }),
  ).rejects.toMatchObject({ code: "state_conflict" });
  await close();
});

test("a chargeback without an amount takes what is left, and a paid reward is owed back and says so", async () => {
  const { act, close } = await openShop();
  await act.pay();
  await act.refund("R1", 40_000);
  const { conversion } = await act.chargeBack("B1");
  expect(conversion.refundedMinor).toBe(100_000);
  expect(stands(conversion)).toEqual([0, 0]);
  expect(
    conversion.rewards.map(({ state, because }) => [state, because]),
  ).toEqual([
    ["paid", "refunded"],
    ["paid", "refunded"],
  ]);
  expect((await act.chargeBack("B1")).created).toBe(false);
  await expect(act.chargeBack("B2")).rejects.toMatchObject({
    code: "state_conflict",
  });
  await close();
});

test("a claim is not changed: the shop reports the order instead", async () => {
  const { work, siteId, close } = await openWork();
  await recordConversion(work, {
    siteId,
    word: word({ orderId: "A1", trust: "claim" }),
  });
  await expect(
    changeOrder(work, {
      siteId,
      conversion: "order:A1",
      changeId: "C1",
      amountMinor: 5,
      by: "test",
    }),
  ).rejects.toMatchObject({ code: "state_conflict" });
  await close();
});

test("changes among refunds, in any order and sent twice, leave what the last total is worth less all refunds", async () => {
  const totals = fc.constantFrom(90_000, 100_000, 120_000, 250_000);
  const refunds = fc.constantFrom(1, 999, 10_000, 30_000);
  await fc.assert(
    fc.asyncProperty(
      fc.array(totals, { minLength: 1, maxLength: 3 }),
      fc.array(refunds, { maxLength: 2 }),
      fc.infiniteStream(fc.boolean()),
      async (changed, refunded, coin) => {
        const { act, close } = await openShop();
        const left = {
          changes: changed.map((total, n) => () => {
            return act.change(`C${n}`, { amountMinor: total });
          }),
          refunds: refunded.map((amount, n) => () => {
            return act.refund(`R${n}`, amount);
          }),
        };
        let answer: Awaited<ReturnType<typeof act.change>> | undefined;
        while (left.changes.length + left.refunds.length) {
          const isChange = coin.next().value && left.changes.length > 0;
          const next = (
            isChange || !left.refunds.length ? left.changes : left.refunds
          ).shift();
          answer = await next?.();
          if (coin.next().value) answer = await next?.();
        }
        const total = changed.at(-1) ?? 0;
        const rest = total - refunded.reduce((sum, one) => sum + one, 0);
        const worth = Math.floor(Math.floor(rest * 0.4) * 0.03);
        if (answer) expect(amounts(answer.conversion)).toEqual([worth, worth]);
        await close();
      },
    ),
    { numRuns: 40 },
  );
});

test("a raise that a budget stops is said, at the reward and among the warnings", async () => {
  const { work, siteId, act, close } = await openShop();
  const rules = defaultProgram("https://shop.example/");
  const budgetMinor = 2_500;
  await putProgram(work, {
    siteId,
    program: { ...rules, budgetMinor },
    by: "test",
  });
  const { conversion } = await act.change("C1", { amountMinor: 200_000 });
  expect(amounts(conversion)).toEqual([1_200, 1_200]);
  expect(conversion.rewards.map(({ cappedBy }) => cappedBy)).toEqual([
    ["budget_spent"],
    ["budget_spent"],
  ]);
  expect(conversion.warnings).toMatchObject([
    {
      code: "budget_spent",
      message:
        "The referrer's reward would be 2400 now, and stays at 1200: a budget leaves no more.",
    },
    { code: "budget_spent" },
  ]);
  await close();
});
