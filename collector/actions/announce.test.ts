import { afterEach, beforeEach, expect, test } from "vitest";
import { webhookTypes } from "../../sdk/protocol/webhook.ts";
import { openWork, word } from "../../tests/open-work.ts";
import { runCommand } from "../ingest/commands.ts";
import type { ActionInput, ActionOutput, Actions } from "./actions.ts";
import type { DeliveryAnswer } from "./answer-endpoint.ts";
import { listAudit } from "./list-audit.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { listReferrals } from "./list-referrals.ts";

const dayMs = 24 * 60 * 60 * 1000;
const url = "https://crm.example/hooks";

let open: Awaited<ReturnType<typeof openWork>>;
let code: string;
let member: string;
beforeEach(async () => {
  open = await openWork();
  const { siteId } = open;
  const answer = await run("putMember", { siteId, externalId: "hanako" });
  ({ code, id: member } = answer.member);
});
afterEach(() => open.close());

function run<Name extends keyof Actions>(
  name: Name,
  input: ActionInput<Name>,
): Promise<ActionOutput<Name>> {
  return runCommand(open.work, { name, input }) as Promise<ActionOutput<Name>>;
}

const subscribe = (events: readonly string[] = webhookTypes) =>
  run("createEndpoint", {
    siteId: open.siteId,
    url,
    events: [...events],
    by: "test",
  });

let read: string[] = [];
beforeEach(() => {
  read = [];
});
/** What was announced since this was last asked, oldest first. */
async function news(): Promise<DeliveryAnswer[]> {
  const { siteId } = open;
  const { items } = await listDeliveries(open.work, { siteId, limit: 200 });
  const unread = items.filter(({ id }) => !read.includes(id)).reverse();
  read.push(...unread.map(({ id }) => id));
  return unread;
}
const types = async () => (await news()).map(({ type }) => type);

const record = (facts: Parameters<typeof word>[0]) =>
  run("recordConversion", { siteId: open.siteId, word: word(facts) });
const taro = { id: "taro", email: null, existing: null };
const lead = () =>
  record({ orderId: "L-1", type: "lead", code, customer: taro });
const sale = () => record({ orderId: "A-1", code, customer: taro });

test("a lead tells of the tie, of both gifts, and of itself", async () => {
  await subscribe();
  await lead();
  expect(await types()).toEqual([
    "referral.created",
    "reward.created",
    "reward.confirmed",
    "reward.created",
    "reward.confirmed",
    "conversion.recorded",
  ]);
});

test("a sale of a friend who is tied already tells of no second tie, and of rewards that wait", async () => {
  await subscribe();
  await lead();
  await news();
  await sale();
  expect(await types()).toEqual([
    "reward.created",
    "reward.created",
    "conversion.recorded",
  ]);
  await sale();
  expect(await types(), "an order that is known").toEqual([]);
});

test("every message names referral, member and friend by our ids and the shop's", async () => {
  await subscribe();
  const { conversion } = await sale();
  const { siteId } = open;
  const referrals = await listReferrals(open.work, { siteId });
  const [referral] = referrals.items;
  const parties = {
    referral: referral?.id,
    member,
    memberExternalId: "hanako",
    friend: referral?.friend,
    friendExternalId: "taro",
  };
  const told = (await news()).map(({ type, payload }) => {
    expect(payload).toMatchObject({
      type,
      timestamp: "2026-04-01T00:00:00.000Z",
      data: parties,
    });
    return payload.data;
  });
  const [first, second] = conversion.rewards;
  expect(told).toEqual([
    {
      ...parties,
      program: "default",
      code,
      by: "code",
      touchAt: referral?.touchAt,
      stage: "sale",
      verified: true,
      createdAt: referral?.createdAt,
    },
    { ...parties, reward: first },
    { ...parties, reward: second },
    { ...parties, conversion },
  ]);
});

test("a claim is told as one, and names nobody by what it claims", async () => {
  await subscribe(["referral.created", "conversion.recorded"]);
  await record({ orderId: "A-1", code, customer: taro, trust: "claim" });
  const [tie, conversion] = await news();
  expect(tie?.payload.data).toMatchObject({
    verified: false,
    friendExternalId: null,
  });
  expect(conversion?.payload.data).toMatchObject({
    conversion: { verified: false },
    friendExternalId: null,
  });
});

test("an order that is credited to nobody is told without parties", async () => {
  await subscribe();
  await record({ orderId: "A-1" });
  const told = await news();
  expect(told.map(({ type }) => type)).toEqual(["conversion.recorded"]);
  expect(told[0]?.payload.data).toMatchObject({
    referral: null,
    member: null,
    friend: null,
    conversion: { because: "no_touch" },
  });
});

test("a refund to nothing tells that both rewards are void; a partial one that they are adjusted", async () => {
  await subscribe();
  const { siteId } = open;
  await sale();
  await news();
  const refund = { siteId, conversion: "order:A-1", by: "test" };
  await run("refundConversion", {
    ...refund,
    refundId: "r1",
    amountMinor: 40_000,
  });
  expect(await types()).toEqual(["reward.adjusted", "reward.adjusted"]);
  await run("refundConversion", {
    ...refund,
    refundId: "r2",
    amountMinor: 60_000,
  });
  const told = await news();
  expect(told.map(({ type }) => type)).toEqual([
    "reward.voided",
    "reward.voided",
  ]);
  expect(told[0]?.payload.data).toMatchObject({
    reward: { state: "void", because: "refunded", amountMinor: 0 },
  });
});

test("confirming, paying and voiding by hand are each told once", async () => {
  await subscribe();
  const { siteId } = open;
  const { conversion } = await sale();
  const [referrers, friends] = conversion.rewards.map(({ id }) => id);
  await news();
  const first = { siteId, reward: referrers ?? "", by: "test" };
  for (const act of ["confirmReward", "payReward"] as const) {
    await run(act, first);
    await run(act, first);
  }
  const second = { siteId, reward: friends ?? "", by: "test", reason: "no" };
  await run("voidReward", second);
  await run("voidReward", second);
  expect(await types()).toEqual([
    "reward.confirmed",
    "reward.paid",
    "reward.voided",
  ]);
});

test("a reward that a limit takes away entirely is created and voided together", async () => {
  await subscribe(["reward.created", "reward.confirmed", "reward.voided"]);
  for (let n = 1; n <= 10; n += 1)
    await record({
      orderId: `L-${n}`,
      type: "lead",
      code,
      customer: { id: `friend-${n}`, email: null, existing: null },
    });
  await news();
  await record({ orderId: "L-11", type: "lead", code, customer: taro });
  const told = await news();
  expect(told.map(({ type }) => type)).toEqual([
    "reward.created",
    "reward.voided",
    "reward.created",
    "reward.confirmed",
  ]);
  expect(told[1]?.payload.data).toMatchObject({
    reward: { to: "referrer", state: "void", because: "limit_reached" },
  });
});

test("a claim's reward that the owner voids is told once, though the claim is refused later", async () => {
  await subscribe(["reward.voided"]);
  const { siteId } = open;
  const { conversion } = await record({
    orderId: "A-1",
    code,
    customer: taro,
    trust: "claim",
  });
  const by = { siteId, reason: "not ours", by: "test" };
  const [reward] = conversion.rewards;
  await run("voidReward", { ...by, reward: reward?.id ?? "" });
  await run("refuseConversion", { ...by, conversion: conversion.id });
  const told = (await news()).map(
    ({ payload }) => payload.data as { reward: { id: string } },
  );
  expect(told.map((data) => data.reward.id).sort()).toEqual(
    conversion.rewards.map(({ id }) => id).sort(),
  );
});

test("rewards whose hold is over are told as confirmed", async () => {
  await subscribe();
  await sale();
  await news();
  open.clock.now += 31 * dayMs;
  await run("settleRewards", undefined);
  const told = await news();
  expect(told.map(({ type }) => type)).toEqual([
    "reward.confirmed",
    "reward.confirmed",
  ]);
  expect(told[0]?.payload.data).toMatchObject({
    reward: { state: "confirmed", because: null },
  });
});

test("an endpoint is told what it asked for, and a site without one writes nothing", async () => {
  await lead();
  expect(await news()).toEqual([]);
  const crm = await subscribe(["conversion.recorded"]);
  const books = await subscribe(["reward.confirmed", "conversion.recorded"]);
  await sale();
  const told = await news();
  expect(told.map(({ endpoint, type }) => [endpoint, type]).sort()).toEqual([
    [crm.id, "conversion.recorded"],
    [books.id, "conversion.recorded"],
  ]);
  await run("deleteEndpoint", {
    siteId: open.siteId,
    endpoint: crm.id,
    by: "test",
  });
  await record({ orderId: "A-2", customer: taro });
  expect((await news()).map(({ endpoint }) => endpoint)).toEqual([books.id]);
});

test("what is rolled back was never announced", async () => {
  await subscribe();
  const results = await open.storage.commitGroup([
    {
      needsSavepoint: true,
      async run(db) {
        await runCommand(
          { ...open.work, db },
          {
            name: "recordConversion",
            input: {
              siteId: open.siteId,
              word: word({ orderId: "A-1", code }),
            },
          },
        );
        throw new Error("the disk is full");
      },
    },
  ]);
  expect(results.map(({ status }) => status)).toEqual(["rejected"]);
  expect(await news()).toEqual([]);
  await sale();
  await news();
  const conflict = { orderId: "A-1", customer: taro, amountMinor: 1 };
  await expect(record(conflict)).rejects.toMatchObject({
    code: "order_conflict",
  });
  expect(await news()).toEqual([]);
});

test("a claim that becomes real is told once, by whichever word it does", async () => {
  const { siteId } = open;
  await subscribe(["conversion.recorded", "conversion.verified"]);
  const claim = (orderId: string) =>
    record({ orderId, code, customer: taro, trust: "claim" });
  const answer = await claim("A-1");
  await news();
  const vouch = { siteId, conversion: answer.conversion.id, by: "test" };
  await run("verifyConversion", vouch);
  await run("verifyConversion", vouch);
  await record({ orderId: "A-1", customer: taro });
  const [told, ...more] = await news();
  expect(more).toEqual([]);
  expect(told).toMatchObject({
    type: "conversion.verified",
    payload: { data: { conversion: { orderId: "A-1", verified: true } } },
  });
  await claim("A-2");
  await record({ orderId: "A-2", customer: taro });
  await claim("A-3");
  await run("creditByHand", {
    siteId,
    conversion: "order:A-3",
    member,
    reason: "seen in the shop",
    by: "test",
  });
  await record({ orderId: "A-4", customer: taro });
  expect(await types()).toEqual([
    "conversion.recorded",
    "conversion.verified",
    "conversion.recorded",
    "conversion.verified",
    "conversion.recorded",
  ]);
});

test("an enabled endpoint is told anew, and what was given up is sent again when asked for", async () => {
  const { siteId } = open;
  const by = "test";
  const { id: endpoint } = await subscribe(["conversion.recorded"]);
  await sale();
  const [given] = await news();
  const delivery = given?.id ?? "";
  await expect(
    run("resendDelivery", { siteId, delivery, by }),
  ).rejects.toMatchObject({ code: "state_conflict" });
  await run("settleDelivery", {
    delivery,
    because: "gone",
    status: 410,
    detail: null,
    retryAfterMs: null,
    chance: 0,
  });
  await record({ orderId: "A-2", customer: taro });
  expect(await news()).toEqual([]);
  await expect(
    run("resendDelivery", { siteId, delivery, by }),
  ).rejects.toMatchObject({ code: "state_conflict" });
  expect(await run("enableEndpoint", { siteId, endpoint, by })).toMatchObject({
    state: "enabled",
    because: null,
    failingSince: null,
  });
  await run("enableEndpoint", { siteId, endpoint, by });
  await run("resendDelivery", { siteId, delivery, by });
  const taken = await run("takeDeliveries", { endpoint });
  expect(taken.map(({ id }) => id)).toEqual([delivery]);
  const { items } = await listAudit(open.work, { siteId, subject: endpoint });
  expect(items.map(({ action }) => action)).toEqual([
    "resend_delivery",
    "enable_endpoint",
    "disable_endpoint",
    "create_endpoint",
  ]);
});

test("another amount is told as adjusted, before and after it is paid", async () => {
  await subscribe(["reward.adjusted", "reward.voided"]);
  const { siteId } = open;
  const { conversion } = await sale();
  const [mine, theirs] = conversion.rewards.map(({ id }) => id);
  for (const act of ["confirmReward", "payReward"] as const)
    await run(act, { siteId, reward: mine ?? "", by: "test" });
  const refund = (refundId: string) =>
    run("refundConversion", {
      siteId,
      conversion: conversion.id,
      refundId,
      amountMinor: 50_000,
      by: "test",
    });
  await refund("R1");
  await refund("R1");
  const half = await news();
  expect(half.map(({ type, payload }) => [type, payload.data])).toMatchObject([
    [
      "reward.adjusted",
      {
        reward: {
          id: mine,
          state: "paid",
          amountMinor: 1200,
          compensationMinor: -600,
        },
      },
    ],
    [
      "reward.adjusted",
      {
        reward: {
          id: theirs,
          state: "pending",
          amountMinor: 600,
          compensationMinor: 0,
        },
      },
    ],
  ]);
  await refund("R2");
  expect(
    (await news()).map(({ type, payload }) => [type, payload.data]),
  ).toMatchObject([
    ["reward.adjusted", { reward: { id: mine, compensationMinor: -1200 } }],
    ["reward.voided", { reward: { id: theirs } }],
  ]);
});
