import { beforeEach, expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { recordClick } from "../../tests/record-click.ts";
import { selectReferrerFacts } from "../storage/queries/fraud-facts.ts";
import { confirmReward, payReward, voidReward } from "./change-reward.ts";
import type { ConversionWord } from "./conversion-word.ts";
import { listConversions } from "./list-conversions.ts";
import { listRewards } from "./list-rewards.ts";
import { putMember } from "./put-member.ts";
import { recordConversion } from "./record-conversion.ts";
import { refundConversion } from "./refund-conversion.ts";
import { settleRewards } from "./settle-rewards.ts";
import { verifyConversion } from "./verify-conversion.ts";

const dayMs = 86_400_000;
const hourMs = 3_600_000;
let open: Awaited<ReturnType<typeof openWork>>;
let hanako: { id: string; code: string };

beforeEach(async () => {
  open = await openWork();
  hanako = await member("hanako", "hanako@example.com");
  return () => open.close();
});

async function member(externalId: string, email: string) {
  const { siteId, work } = open;
  return (await putMember(work, { siteId, externalId, email })).member;
}

async function record(facts: Partial<ConversionWord> & { orderId: string }) {
  const { siteId, work } = open;
  const { conversion } = await recordConversion(work, {
    siteId,
    word: word({ occurredAt: work.now(), code: hanako.code, ...facts }),
  });
  return conversion;
}

const buyer = (id: string, email: string | null = null) => ({
  customer: { id, email, existing: false },
});

const codesOf = (conversion: Awaited<ReturnType<typeof record>>) =>
  conversion.verdict?.reasons.map(({ code }) => code);

test("an honest order has an empty verdict, and its rewards wait as always", async () => {
  const order = await record({ orderId: "A1", ...buyer("taro") });
  expect(order.verdict).toEqual({ score: 0, held: false, reasons: [] });
  expect(order.rewards[0]).toMatchObject({ because: "hold_period" });
});

test("an order that looks like fraud is credited, and its rewards wait for the owner, not for time", async () => {
  const { work, siteId, clock } = open;
  const order = await record({
    orderId: "A1",
    ...buyer("taro", "x@mailinator.com"),
  });
  expect(order).toMatchObject({
    attributed: { member: hanako.id },
    verdict: { score: 60, held: true, reasons: [{ code: "disposable_mail" }] },
    rewards: [
      { state: "pending", because: "fraud_hold", amountMinor: 1200 },
      { state: "pending", because: "fraud_hold", amountMinor: 1200 },
    ],
  });
  clock.now += 400 * dayMs;
  await settleRewards(work);
  const waiting = await listRewards(work, { siteId, state: "pending" });
  expect(waiting.items).toHaveLength(2);

  const [first] = order.rewards;
  const confirmed = await confirmReward(work, {
    siteId,
    reward: first?.id ?? "",
    by: "owner",
  });
  expect(confirmed).toMatchObject({ state: "confirmed", because: null });
  await settleRewards(work);
  const left = await listRewards(work, { siteId, state: "pending" });
  expect(left.items).toMatchObject([{ because: "fraud_hold" }]);
});

test("a held reward keeps its place and its amount follows a refund or a later gross profit", async () => {
  await record({ orderId: "A1", ...buyer("taro", "x@mailinator.com") });
  const again = await record({
    orderId: "A1",
    ...buyer("taro", "x@mailinator.com"),
    grossProfitMinor: 20_000,
  });
  expect(again.rewards).toMatchObject([
    { because: "fraud_hold", amountMinor: 600 },
    { because: "fraud_hold", amountMinor: 600 },
  ]);
});

test("a later word can bring an order under suspicion, and what is still pending is held", async () => {
  await record({ orderId: "A1", trust: "token" });
  const order = await record({
    orderId: "A1",
    ...buyer("taro", "x@yopmail.com"),
  });
  expect(order.rewards).toMatchObject([
    { because: "fraud_hold" },
    { because: "fraud_hold" },
  ]);
});

test("a hold outlives a later word that makes the order look better", async () => {
  const visitor = "visitor-of-a-family";
  await record({ orderId: "L0", type: "lead", visitor, ...buyer("mother") });
  for (let n = 1; n < 9; n++)
    await record({ orderId: `L${n}`, type: "lead", ...buyer(`friend${n}`) });
  await recordClick(open, { code: hanako.code, visitor });
  const order = { orderId: "A1", visitor, code: null, trust: "token" as const };
  const customer = { id: "taro", email: null, existing: null };
  const first = await record({ ...order, customer });
  const second = await record({ ...order, ...buyer("taro") });
  expect(first.verdict).toMatchObject({ score: 65, held: true });
  expect(second).toMatchObject({
    verdict: first.verdict,
    rewards: [{ because: "fraud_hold" }, { because: "fraud_hold" }],
  });
});

test("a claim is judged once it is verified", async () => {
  const { work, siteId } = open;
  const claim = await record({
    orderId: "A1",
    trust: "claim",
    ...buyer("taro", "x@mailinator.com"),
  });
  expect(claim.verdict).toBeNull();
  const verified = await verifyConversion(work, {
    siteId,
    conversion: claim.id,
    by: "owner",
  });
  expect(verified).toMatchObject({
    verdict: { held: true },
    rewards: [{ because: "fraud_hold" }, { because: "fraud_hold" }],
  });
});

test("the referrer's own mailbox with a tag is held", async () => {
  const order = await record({
    orderId: "A1",
    ...buyer("second", "hanako+2@example.com"),
  });
  expect(codesOf(order)).toEqual(["same_mailbox"]);
});

test("several friends with one mailbox are held, whichever spelling came first", async () => {
  const first = await record({
    orderId: "A1",
    ...buyer("a", "taro@x.example"),
  });
  const second = await record({
    orderId: "A2",
    ...buyer("b", "taro+1@x.example"),
  });
  const third = await record({
    orderId: "A3",
    ...buyer("c", "taro+2@x.example"),
  });
  expect([first, second, third].map(codesOf)).toEqual([
    [],
    ["same_mailbox"],
    ["same_mailbox"],
  ]);
});

test("a household that shares a browser is noted, and not held", async () => {
  const visitor = "visitor-of-a-family";
  await record({ orderId: "A1", visitor, ...buyer("father") });
  const second = await record({ orderId: "A2", visitor, ...buyer("mother") });
  expect(second).toMatchObject({
    verdict: { score: 20, held: false, reasons: [{ code: "shared_browser" }] },
    rewards: [{ because: "hold_period" }, { because: "hold_period" }],
  });
});

test("four friends of one referrer in one browser are held", async () => {
  const visitor = "visitor-of-a-cheat";
  const orders = [];
  for (const id of ["a", "b", "c", "d"])
    orders.push(await record({ orderId: id, visitor, ...buyer(id) }));
  expect(orders.map(({ verdict }) => verdict?.held)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test("a friend who was also seen on the referrer's browser is noted", async () => {
  const { work, siteId } = open;
  const home = "visitor-at-home-0001";
  await putMember(work, { siteId, externalId: "saburo" });
  await record({
    orderId: "old",
    code: null,
    visitor: home,
    ...buyer("taro"),
    type: "lead",
  });
  await record({
    orderId: "own",
    code: null,
    visitor: home,
    ...buyer("hanako"),
  });
  const order = await record({
    orderId: "A1",
    visitor: "visitor-at-work-0001",
    ...buyer("taro"),
  });
  expect(codesOf(order)).toContain("shared_browser");
});

test("a click from a coupon site is held, a click from elsewhere is not", async () => {
  for (const [visitor, referrer] of [
    ["visitor-from-coupons", "www.retailmenot.com"],
    ["visitor-from-a-chat", "line.me"],
  ] as const)
    await recordClick(open, { code: hanako.code, visitor, referrer });
  open.clock.now += dayMs;
  const from = (visitor: string) =>
    record({ orderId: visitor, visitor, code: null, ...buyer(visitor) });
  expect(codesOf(await from("visitor-from-coupons"))).toEqual(["coupon_site"]);
  expect(codesOf(await from("visitor-from-a-chat"))).toEqual([]);
});

test("thirty friends in an hour are noted, and claims of strangers count for nothing", async () => {
  for (let n = 0; n < 40; n++)
    await record({ orderId: `claim${n}`, trust: "claim", type: "lead" });
  for (let n = 1; n < 30; n++)
    await record({ orderId: `lead${n}`, type: "lead", ...buyer(`friend${n}`) });
  const order = await record({ orderId: "A1", ...buyer("friend30") });
  expect(order.verdict).toMatchObject({
    score: 25,
    held: false,
    reasons: [{ code: "velocity" }],
  });
});

test("friends are counted up to three hundred, within the hour and within the day", async () => {
  const { work, siteId, clock } = open;
  await record({ orderId: "A1", ...buyer("taro") });
  const [first] = await work.db.selectFrom("referrals").selectAll().execute();
  if (!first) throw new Error("Expected Taro to be tied.");
  const counted = async () => {
    const { inHour, inDay } = await selectReferrerFacts(work.db, first, {
      hourAgo: clock.now - hourMs,
      dayAgo: clock.now - 24 * hourMs,
      mailbox: null,
    });
    return [inHour, inDay];
  };
  const bring = async (friends: number, agoMs: number) => {
    const ids = Array.from({ length: friends }, () => work.newId("frd"));
    await work.db
      .insertInto("people")
      .values(ids.map((id) => ({ id, site_id: siteId, created_at: 1 })))
      .execute();
    const touch_at = clock.now - agoMs;
    await work.db
      .insertInto("referrals")
      .values(ids.map((id) => ({ ...first, id, friend_id: id, touch_at })))
      .execute();
  };
  expect(await counted()).toEqual([1, 1]);
  await bring(20, 2 * hourMs);
  await bring(5, 30 * hourMs);
  await bring(3, hourMs);
  expect(await counted()).toEqual([4, 24]);
  await bring(280, 23 * hourMs);
  expect(await counted()).toEqual([4, 300]);
  await bring(296, 1);
  expect(await counted()).toEqual([300, 300]);
  await bring(1, 1);
  expect(await counted()).toEqual([300, 300]);
});

test("nobody is judged where nobody is credited", async () => {
  const { work, siteId } = open;
  await record({
    orderId: "A1",
    code: null,
    ...buyer("taro", "x@mailinator.com"),
  });
  const { items } = await listConversions(work, { siteId });
  expect(items).toMatchObject([{ attributed: null, verdict: null }]);
});

type Pair = Awaited<ReturnType<typeof record>>["rewards"];

const back = (reason: "refund" | "chargeback", amountMinor = 100_000) =>
  refundConversion(open.work, {
    siteId: open.siteId,
    conversion: "order:A1",
    refundId: "R1",
    amountMinor,
    reason,
    by: "test",
  });

async function each(
  rewards: Pair,
  act: (
    work: typeof open.work,
    change: {
      siteId: string;
      reward: string;
      by: string;
      reason: string;
    },
  ) => Promise<unknown>,
) {
  const by = { siteId: open.siteId, by: "test", reason: "test" };
  for (const { id } of rewards) await act(open.work, { ...by, reward: id });
}

const held = [{ because: "fraud_hold" }, { because: "fraud_hold" }];
const due = [{ because: "hold_period" }, { because: "hold_period" }];

// The table of docs/rules-for-owners.md.
test.each<[string, object[], (rewards: Pair) => Promise<unknown>]>([
  ["stands", [], async () => {}],
  ["was refunded while pending", due, () => back("refund")],
  [
    "was refunded while confirmed",
    due,
    async (rewards) => {
      await each(rewards, confirmReward);
      await back("refund");
    },
  ],
  [
    "was refunded after it was paid",
    [],
    async (rewards) => {
      await each(rewards, confirmReward);
      await each(rewards, payReward);
      await back("refund");
    },
  ],
  ["was refunded in part", [], () => back("refund", 50_000)],
  ["had its rewards voided", [], (rewards) => each(rewards, voidReward)],
  ["was charged back while pending", held, () => back("chargeback")],
  [
    "was charged back after it was paid",
    [],
    async (rewards) => {
      await each(rewards, confirmReward);
      await each(rewards, payReward);
      await back("chargeback");
    },
  ],
])("the next order of a friend whose first %s", async (_, expected, happen) => {
  const first = await record({ orderId: "A1", ...buyer("taro") });
  await happen(first.rewards);
  open.clock.now += dayMs;
  const next = await record({ orderId: "A2", ...buyer("taro") });
  expect(next).toMatchObject({
    attributed: { member: hanako.id, by: "earlier" },
    rewards: expected,
  });
});
