import { beforeEach, describe, expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { recordClick } from "../../tests/record-click.ts";
import type { ConversionWord } from "./conversion-word.ts";
import { listConversions } from "./list-conversions.ts";
import { listRewards } from "./list-rewards.ts";
import { putMember } from "./put-member.ts";
import { recordConversion } from "./record-conversion.ts";
import { refundConversion } from "./refund-conversion.ts";
import { refuseConversion } from "./refuse-conversion.ts";
import { suspendMember } from "./suspend-member.ts";
import { verifyConversion } from "./verify-conversion.ts";

let open: Awaited<ReturnType<typeof openWork>>;
let hanako: { id: string; code: string };

beforeEach(async () => {
  open = await openWork();
  hanako = await member("hanako", "hanako@example.com");
  return () => open.close();
});

async function member(externalId: string, email?: string) {
  const { member } = await putMember(open.work, {
    siteId: open.siteId,
    externalId,
    ...(email ? { email } : {}),
  });
  return member;
}

const taro = { id: "taro", email: "taro@example.com", existing: null };

async function record(facts: Partial<ConversionWord> & { orderId: string }) {
  const { siteId, work } = open;
  return recordConversion(work, {
    siteId,
    word: word({ occurredAt: work.now(), ...facts }),
  });
}

/** Taro's, with Hanako's code. */
const sale = (orderId: string) =>
  record({ orderId, code: hanako.code, customer: taro });
const lead = (orderId: string) =>
  record({ type: "lead", orderId, code: hanako.code, customer: taro });

/** A page of the shop tells of it. */
function click(
  code: string,
  visitor: string,
  how: { origin?: string | null; click?: string; at?: number } = {},
) {
  const origin = "https://shop.example";
  return recordClick(open, { code, visitor, origin, ...how });
}

describe("a sale with a member's code", () => {
  test("credits the member and promises both sides 3 % of gross profit", async () => {
    const { conversion, created } = await sale("A1");
    expect(created).toBe(true);
    expect(conversion).toMatchObject({
      attributed: { member: hanako.id, code: hanako.code, by: "code" },
      because: null,
      verified: true,
      warnings: [],
      rewards: [
        {
          to: "referrer",
          member: hanako.id,
          kind: "points",
          amountMinor: 1200,
        },
        { to: "friend", member: null, amountMinor: 1200, currency: "JPY" },
      ],
    });
    for (const reward of conversion.rewards)
      expect(reward).toMatchObject({
        state: "pending",
        because: "hold_period",
        confirmableAt: open.work.now() + 30 * 86_400_000,
      });
  });

  test("said again changes nothing", async () => {
    const first = await sale("A1");
    const again = await sale("A1");
    expect(again.created).toBe(false);
    expect(again.conversion).toEqual(first.conversion);
  });

  test("is refused where a trusted word contradicts another", async () => {
    await sale("A1");
    await expect(
      record({ orderId: "A1", amountMinor: 1 }),
    ).rejects.toMatchObject({
      code: "order_conflict",
      message: expect.stringMatching(
        /POST \/v1\/conversions\/cnv_[^/]+\/changes/,
      ),
      errors: [{ path: "amountMinor" }],
    });
    await expect(
      record({ orderId: "A1", currency: "USD" }),
    ).rejects.toMatchObject({
      code: "order_conflict",
    });
  });

  test("learns a later gross profit and posts the difference", async () => {
    await sale("A1");
    const { conversion } = await record({
      orderId: "A1",
      grossProfitMinor: 50_000,
    });
    expect(conversion.rewards.map((reward) => reward.amountMinor)).toEqual([
      1500, 1500,
    ]);
  });

  test("in another currency is credited and earns nothing", async () => {
    const { conversion } = await record({
      orderId: "A1",
      code: hanako.code,
      currency: "USD",
    });
    expect(conversion).toMatchObject({
      currency: "USD",
      attributed: { member: hanako.id },
      rewards: [],
      warnings: [{ code: "other_currency" }],
    });
  });
});

describe("a lead", () => {
  test("pays both sides a gift at once", async () => {
    const { conversion } = await lead("L1");
    expect(conversion.rewards).toMatchObject([
      {
        to: "referrer",
        kind: "gift",
        amountMinor: 300,
        state: "confirmed",
        because: null,
      },
      {
        to: "friend",
        kind: "gift",
        amountMinor: 300,
        state: "confirmed",
        because: null,
      },
    ]);
  });

  test("ties the friend, so that a later sale needs no code", async () => {
    await lead("L1");
    const { conversion } = await record({ orderId: "A1", customer: taro });
    expect(conversion.attributed).toMatchObject({
      member: hanako.id,
      by: "earlier",
    });
    expect(conversion.rewards).toHaveLength(2);
    const second = await record({ orderId: "A2", customer: taro });
    expect(second.conversion).toMatchObject({
      attributed: { by: "earlier" },
      rewards: [],
      because: null,
    });
  });

  test("ties a friend whom the sale knows by mail alone", async () => {
    await lead("L1");
    const { conversion } = await record({
      orderId: "A1",
      customer: { id: null, email: "TARO@example.com ", existing: null },
    });
    expect(conversion.attributed).toMatchObject({
      member: hanako.id,
      by: "earlier",
    });
  });

  test("keeps its referrer when somebody else's code comes later", async () => {
    const jiro = await member("jiro");
    await lead("L1");
    const { conversion } = await record({
      orderId: "A1",
      code: jiro.code,
      customer: taro,
    });
    expect(conversion).toMatchObject({
      attributed: { member: hanako.id, by: "earlier" },
      because: "already_referred",
    });
  });
});

describe("nobody is credited", () => {
  const refused = { attributed: null, rewards: [] };

  test("without a sign of a referrer", async () => {
    const { conversion } = await record({ orderId: "A1", customer: taro });
    expect(conversion).toMatchObject({ ...refused, because: "no_touch" });
  });

  test("for a code that nobody has", async () => {
    const { conversion } = await record({ orderId: "A1", code: "ZZZZ2222" });
    expect(conversion).toMatchObject({ ...refused, because: "unknown_code" });
  });

  test.each([
    ["id", { id: "hanako", email: null, existing: null }],
    [
      "mail in other case",
      { id: "x", email: "Hanako@Example.COM", existing: null },
    ],
  ])("where the member is the customer by %s", async (_, customer) => {
    const { conversion } = await record({
      orderId: "A1",
      code: hanako.code,
      customer,
    });
    expect(conversion).toMatchObject({ ...refused, because: "self_referral" });
  });

  test("where the member is the customer by browser", async () => {
    await record({
      orderId: "A0",
      visitor: "visitor-0000000001",
      customer: { id: "hanako", email: null, existing: null },
    });
    const { conversion } = await record({
      orderId: "A1",
      code: hanako.code,
      visitor: "visitor-0000000001",
      customer: taro,
    });
    expect(conversion).toMatchObject({ ...refused, because: "self_referral" });
  });

  test("for somebody who had already bought", async () => {
    await record({ orderId: "A1", customer: taro });
    open.clock.now += 1000;
    const { conversion } = await sale("A2");
    expect(conversion).toMatchObject({
      ...refused,
      because: "existing_customer",
    });
  });

  test("for a suspended member", async () => {
    await suspendMember(open.work, {
      siteId: open.siteId,
      externalId: "hanako",
      reason: "test",
      by: "owner",
    });
    const { conversion } = await record({ orderId: "A1", code: hanako.code });
    expect(conversion).toMatchObject({
      ...refused,
      because: "member_suspended",
    });
  });

  test("after the window has closed", async () => {
    await click(hanako.code, "visitor-0000000002");
    open.clock.now += 31 * 86_400_000;
    const { conversion } = await record({
      orderId: "A1",
      visitor: "visitor-0000000002",
    });
    expect(conversion).toMatchObject({ ...refused, because: "window_closed" });
  });
});

describe("a link", () => {
  test("credits the last click of the same browser", async () => {
    const jiro = await member("jiro");
    await click(jiro.code, "visitor-0000000003");
    open.clock.now += 1000;
    await click(hanako.code, "visitor-0000000003");
    open.clock.now += 1000;
    const { conversion } = await record({
      orderId: "A1",
      visitor: "visitor-0000000003",
    });
    expect(conversion.attributed).toMatchObject({
      member: hanako.id,
      by: "link",
    });
  });

  test("credits an order that arrived before the click", async () => {
    open.clock.now += 60_000;
    const early = await record({
      orderId: "A1",
      visitor: "visitor-0000000004",
    });
    expect(early.conversion.because).toBe("no_touch");
    const at = open.clock.now - 1000;
    await click(hanako.code, "visitor-0000000004", { origin: null, at });
    const { conversion } = await record({ orderId: "A1" });
    expect(conversion.attributed).toMatchObject({
      member: hanako.id,
      by: "link",
    });
    expect(conversion.rewards).toHaveLength(2);
  });

  test("leaves an early order as it is where the click's code is nobody's", async () => {
    open.clock.now += 60_000;
    const visitor = "visitor-0000000006";
    await record({ orderId: "A1", visitor });
    const { db } = open.work;
    const stored = () => db.selectFrom("conversions").selectAll().execute();
    const before = await stored();
    const at = open.clock.now - 1000;
    await click("ZZZZ2222", visitor, { origin: null, at });
    expect(await stored()).toEqual(before);
    const clicks = await db.selectFrom("clicks").select("code").execute();
    expect(clicks).toEqual([{ code: "ZZZZ2222" }]);
  });
});

describe("a browser's claim", () => {
  const claim = { trust: "claim" as const, visitor: "visitor-0000000005" };

  test("waits as unverified, and pays nothing", async () => {
    const { conversion } = await record({
      ...claim,
      orderId: "A1",
      code: hanako.code,
    });
    expect(conversion).toMatchObject({
      verified: false,
      attributed: { member: hanako.id },
      rewards: [
        { state: "pending", because: "unverified" },
        { state: "pending", because: "unverified" },
      ],
    });
  });

  test("keeps its rewards, by their ids, once it is verified", async () => {
    const before = await record({ ...claim, orderId: "A1", code: hanako.code });
    const after = await verifyConversion(open.work, {
      siteId: open.siteId,
      conversion: "order:A1",
      by: "owner",
    });
    expect(after).toMatchObject({
      verified: true,
      rewards: [
        {
          id: before.conversion.rewards[0]?.id,
          state: "pending",
          because: "hold_period",
        },
        {
          id: before.conversion.rewards[1]?.id,
          state: "pending",
          because: "hold_period",
        },
      ],
    });
  });

  test("never fills in a code for an order that the server has stated", async () => {
    await record({ orderId: "A1", customer: taro });
    await record({ ...claim, orderId: "A1", code: hanako.code });
    const { conversion } = await record({ orderId: "A1" });
    expect(conversion).toMatchObject({ attributed: null, because: "no_touch" });
  });

  test("gives way to the server's word, whichever came first", async () => {
    await record({
      ...claim,
      orderId: "A1",
      amountMinor: 50_000,
      code: hanako.code,
    });
    const { conversion } = await record({ orderId: "A1", customer: taro });
    expect(conversion).toMatchObject({
      amountMinor: 100_000,
      verified: true,
      attributed: null,
      rewards: [],
    });
    const { items } = await listRewards(open.work, { siteId: open.siteId });
    expect(items.map((reward) => reward.state)).toEqual(["void", "void"]);
  });

  test("waits no more once the owner has refused it, until the server names the order", async () => {
    const { siteId, work } = open;
    await record({ ...claim, orderId: "A1", code: hanako.code });
    const refusal = {
      siteId,
      conversion: "order:A1",
      reason: "no such order",
      by: "owner",
    };
    const refused = await refuseConversion(work, refusal);
    expect(refused).toMatchObject({
      verified: false,
      attributed: null,
      rewards: [],
    });
    expect(await refuseConversion(work, refusal)).toEqual(refused);
    const { items } = await listConversions(work, { siteId, unverified: true });
    expect(items).toEqual([]);
    const { conversion } = await sale("A1");
    expect(conversion).toMatchObject({
      verified: true,
      attributed: { member: hanako.id },
    });
    expect(conversion.rewards).toHaveLength(2);
    await expect(refuseConversion(work, refusal)).rejects.toMatchObject({
      code: "state_conflict",
    });
  });

  test("does not take the place of the friend's real order", async () => {
    await record({
      type: "lead",
      orderId: "L1",
      code: hanako.code,
      customer: taro,
      visitor: claim.visitor,
    });
    await record({ ...claim, orderId: "FAKE" });
    const { conversion } = await record({ orderId: "A1", customer: taro });
    expect(conversion.rewards).toHaveLength(2);
    const verified = await verifyConversion(open.work, {
      siteId: open.siteId,
      conversion: "order:FAKE",
      by: "owner",
    });
    expect(verified).toMatchObject({
      attributed: { by: "earlier" },
      rewards: [],
    });
  });
});

describe.each([
  ["token", "server"],
  ["server", "token"],
] as const)(
  "a link that the page tells of, and what the server says (%s first)",
  (...order) => {
    const bothSay = async (server: Partial<ConversionWord>) => {
      const touch = { code: hanako.code, at: open.clock.now, click: null };
      const words = { token: { touches: [touch] }, server };
      for (const trust of order)
        await record({ orderId: "A1", customer: taro, trust, ...words[trust] });
      return (await record({ orderId: "A1" })).conversion;
    };

    test("a typed code beats the link", async () => {
      const jiro = await member("jiro");
      const { attributed, rewards } = await bothSay({ code: jiro.code });
      expect(attributed).toMatchObject({ member: jiro.id, by: "code" });
      expect(rewards).toHaveLength(2);
    });

    test("the code of the same member is a code", async () => {
      const { attributed, rewards } = await bothSay({ code: hanako.code });
      expect(attributed).toMatchObject({ member: hanako.id, by: "code" });
      expect(rewards).toHaveLength(2);
    });

    test("a customer who is not new earns nothing", async () => {
      const customer = { ...taro, existing: true };
      expect(await bothSay({ customer })).toMatchObject({
        attributed: null,
        because: "existing_customer",
        rewards: [],
      });
    });

    test("an own code is refused", async () => {
      const own = await member("taro", taro.email);
      expect(await bothSay({ code: own.code })).toMatchObject({
        attributed: null,
        because: "self_referral",
        rewards: [],
      });
    });
  },
);

test("two accounts with one mail cannot refer each other, though the order names only an id", async () => {
  await member("hanako-again", "HANAKO@example.com");
  const { conversion } = await record({
    orderId: "A1",
    code: hanako.code,
    customer: { id: "hanako-again", email: null, existing: null },
  });
  expect(conversion).toMatchObject({
    attributed: null,
    because: "self_referral",
  });
});

test("a hold counts from when the order was heard of, unless the server dates it", async () => {
  const dayMs = 86_400_000;
  const facts = { occurredAt: open.clock.now - 20 * dayMs, code: hanako.code };
  const signed = await record({ ...facts, orderId: "A1", trust: "token" });
  const stated = await record({ ...facts, orderId: "A2" });
  expect(signed.conversion.rewards[0]?.confirmableAt).toBe(
    open.clock.now + 30 * dayMs,
  );
  expect(stated.conversion.rewards[0]?.confirmableAt).toBe(
    open.clock.now + 10 * dayMs,
  );
});

test("a second visitor with a landing address that was passed on counts as a second click", async () => {
  const { work } = open;
  const passedOn = { origin: null, click: "click-of-redirect-1" };
  for (const visitor of ["visitor-1", "visitor-1", "visitor-2"])
    await click(hanako.code, visitor, passedOn);
  const clicks = await work.db.selectFrom("clicks").select("visitor").execute();
  expect(clicks).toEqual([{ visitor: "visitor-1" }, { visitor: "visitor-2" }]);
  const { conversion } = await record({ orderId: "A1", visitor: "visitor-2" });
  expect(conversion.attributed).toMatchObject({ member: hanako.id });
});

describe("a refund", () => {
  const refund = (refundId: string, amountMinor: number) =>
    refundConversion(open.work, {
      siteId: open.siteId,
      conversion: "order:A1",
      refundId,
      amountMinor,
      by: "server",
    });

  test("takes back the difference, once, and frees the step when nothing is left", async () => {
    await sale("A1");
    const half = await refund("R1", 50_000);
    expect(half.adjustments).toEqual([
      { to: "referrer", amountMinor: -600 },
      { to: "friend", amountMinor: -600 },
    ]);
    expect(await refund("R1", 50_000)).toMatchObject({
      created: false,
      adjustments: half.adjustments,
    });
    const rest = await refund("R2", 50_000);
    expect(rest.conversion.rewards).toMatchObject([
      { amountMinor: 0, state: "void", because: "refunded" },
      { amountMinor: 0, state: "void", because: "refunded" },
    ]);
    const again = await record({ orderId: "A2", customer: taro });
    expect(again.conversion.rewards).toHaveLength(2);
  });

  test("of more than is left is refused", async () => {
    await sale("A1");
    await expect(refund("R1", 100_001)).rejects.toMatchObject({
      code: "invalid_field",
    });
  });
});

test("a member's eleventh lead of a month is kept with its reason and no reward", async () => {
  for (let n = 1; n <= 11; n++) {
    await record({
      type: "lead",
      orderId: `L${n}`,
      code: hanako.code,
      customer: { id: `friend-${n}`, email: null, existing: null },
    });
  }
  const { conversion } = await record({ type: "lead", orderId: "L11" });
  expect(conversion.rewards).toMatchObject([
    { to: "referrer", amountMinor: 0, state: "void", because: "limit_reached" },
    { to: "friend", amountMinor: 300, state: "confirmed" },
  ]);
});
