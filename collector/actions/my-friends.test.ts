import { beforeEach, expect, test } from "vitest";
import { openReferrer } from "../../tests/open-referrer.ts";
import { recordClick } from "../../tests/record-click.ts";
import { voidReward } from "./change-reward.ts";
import type { ConversionWord } from "./conversion-word.ts";
import { listPrograms } from "./list-programs.ts";
import { putProgram } from "./put-program.ts";
import { readMe } from "./read-me.ts";
import { refundConversion } from "./refund-conversion.ts";
import { suspendMember } from "./suspend-member.ts";

const dayMs = 86_400_000;
let open: Awaited<ReturnType<typeof openReferrer>>;
let hanako: { id: string; code: string };

beforeEach(async () => {
  open = await openReferrer();
  ({ hanako } = open);
  return () => open.close();
});

function record(
  customer: string,
  facts: Partial<ConversionWord> & { orderId: string },
) {
  open.clock.now += 1_000;
  return open.record({
    code: hanako.code,
    customer: { id: customer, email: null, existing: false },
    ...facts,
  });
}

const me = (memberId = hanako.id) => readMe(open.work, { memberId });

test("a friend's receipt says what counted, since when, and until when it waits", async () => {
  const sale = await record("taro", { orderId: "A1" });
  const { friends, rewards } = await me();
  const until = open.clock.now + 30 * dayMs;
  const receipt = {
    by: "code",
    touchedAt: open.clock.now,
    because: "hold_period",
    until,
    cappedBy: [],
  };
  expect(rewards).toMatchObject([{ friend: friends[0]?.id, receipt }]);
  expect(friends).toEqual([
    {
      id: sale.attributed?.referral,
      label: "1",
      stage: "sale",
      because: null,
      at: open.clock.now,
      receipt,
    },
  ]);
});

test("a reward that was reduced says by what", async () => {
  await record("taro", { orderId: "A1", amountMinor: 5_000_000 });
  const { rewards } = await me();
  expect(rewards[0]?.receipt?.cappedBy).not.toEqual([]);
});

test("a reward that a limit takes away is told, with its friend", async () => {
  const [program] = await listPrograms(open.work, { siteId: open.siteId });
  if (!program) throw new Error("Expected a programme.");
  await putProgram(open.work, {
    siteId: open.siteId,
    program: {
      ...program,
      limits: [
        { per: "member", on: "lead", unit: "count", max: 1, window: "month" },
      ],
    },
    by: "test",
  });
  for (const id of ["taro", "jiro"])
    await record(id, { orderId: id, type: "lead" });
  const { friends, rewards } = await me();
  expect(rewards[0]).toMatchObject({
    state: "void",
    receipt: { because: "limit_reached", cappedBy: ["limit_reached"] },
  });
  expect(friends.map(({ because }) => because)).toEqual([
    "limit_reached",
    null,
  ]);
});

test.each<[string, () => Promise<unknown>]>([
  ["self_referral", () => record("hanako", { orderId: "X" })],
  [
    "existing_customer",
    () =>
      record("old", {
        orderId: "X",
        customer: { id: "old", email: null, existing: true },
      }),
  ],
  [
    "window_closed",
    async () => {
      const visitor = "visitor-0000000000001";
      await recordClick(open, { code: hanako.code, visitor });
      open.clock.now += 31 * dayMs;
      await record("taro", { orderId: "X", code: null, visitor });
    },
  ],
  [
    "member_suspended",
    async () => {
      const { work, siteId } = open;
      const by = { by: "test", reason: "test" };
      await suspendMember(work, { siteId, externalId: "hanako", ...by });
      await record("taro", { orderId: "X" });
    },
  ],
])(
  "a friend who does not count is listed with the reason: %s",
  async (because, refuse) => {
    await refuse();
    const { friends } = await me();
    expect(friends).toMatchObject([
      { label: "1", stage: "sale", because, receipt: { because, until: null } },
    ]);
    expect(JSON.stringify(friends)).not.toMatch(/taro|old|hanako/);
  },
);

test("who types another code than their referrer's is listed for the other, once, however much they buy", async () => {
  const jiro = await open.member("jiro");
  await record("taro", { orderId: "A1" });
  await record("taro", { orderId: "A2", code: jiro.code });
  const last = await record("taro", { orderId: "A3", code: jiro.code });
  expect((await me(jiro.id)).friends).toMatchObject([
    { id: last.id, label: "1", because: "already_referred" },
  ]);
  expect((await me()).friends).toMatchObject([{ label: "1", because: null }]);
});

test("friends who count and friends who do not are numbered together, in the order they came", async () => {
  await record("a", { orderId: "A1", type: "lead" });
  await record("hanako", { orderId: "A2" });
  await record("b", { orderId: "A3", type: "lead" });
  const { friends } = await me();
  expect(friends.map(({ label, because }) => [label, because])).toEqual([
    ["3", null],
    ["2", "self_referral"],
    ["1", null],
  ]);
});

test("an order without any touch is nobody's to see", async () => {
  await record("taro", { orderId: "A1", code: null });
  expect((await me()).friends).toEqual([]);
});

test("a reward taken back by hand says why in the shop's own words, and one that the rules took back does not", async () => {
  const { work, siteId } = open;
  const { rewards } = await record("taro", { orderId: "A1" });
  const reason = "the order was for our own staff";
  const [mine] = rewards;
  if (!mine) throw new Error("Expected a reward.");
  await voidReward(work, { siteId, reward: mine.id, reason, by: "owner" });
  expect((await me()).rewards).toMatchObject([
    {
      state: "void",
      because: null,
      amountMinor: 0,
      voidedMinor: mine.amountMinor,
      receipt: { note: reason },
    },
  ]);
  await record("jiro", { orderId: "A2" });
  await refundConversion(work, {
    siteId,
    conversion: "order:A2",
    refundId: "r1",
    amountMinor: 100_000,
    by: "owner",
  });
  const [latest] = (await me()).rewards;
  expect(latest).toMatchObject({
    state: "void",
    because: "refunded",
    voidedMinor: mine.amountMinor,
  });
  expect(latest?.receipt).not.toHaveProperty("note");
});

test("a friend whose order the guardrail refused is shown with the reason", async () => {
  const { siteId, work } = open;
  const [program] = await listPrograms(work, { siteId });
  if (!program) throw new Error("The first site has no programme.");
  const guardrail = { ...program.guardrail, maxBps: 100 };
  const put = (action: "refuse" | "warn") =>
    putProgram(work, {
      siteId,
      program: { ...program, guardrail: { ...guardrail, action } },
      by: "test",
    });
  await put("refuse");
  expect((await record("taro", { orderId: "A1" })).rewards).toEqual([]);
  expect((await me()).friends[0]).toMatchObject({
    because: "limit_reached",
    receipt: { because: "limit_reached", cappedBy: ["guardrail"] },
  });
  open.clock.now += 1_000;
  await put("warn");
  await record("jiro", { orderId: "B1" });
  expect((await me()).friends[0]).toMatchObject({
    because: null,
    receipt: { cappedBy: [] },
  });
});

test("totals in another currency stand beside those in the programme's", async () => {
  await record("taro", { orderId: "A1" });
  expect((await me()).totals).not.toHaveProperty("others");
  await record("jiro", { orderId: "B1" });
  await open.work.db
    .updateTable("rewards")
    .set({ currency: "USD" })
    .where("friend_id", "=", (by) =>
      by
        .selectFrom("conversions")
        .select("friend_id")
        .where("order_id", "=", "B1"),
    )
    .execute();
  const usd = { currency: "USD", confirmedMinor: 0, paidMinor: 0 };
  expect((await me()).totals).toMatchObject({
    currency: "JPY",
    pendingMinor: 1_200,
    others: [{ ...usd, pendingMinor: 1_200 }],
  });
});
