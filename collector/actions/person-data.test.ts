import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { trustClock } from "../../tests/trust-clock.ts";
import { addGiftCodes } from "./add-gift-codes.ts";
import { createEndpoint } from "./change-endpoints.ts";
import { payReward } from "./change-reward.ts";
import { checkCode } from "./check-code.ts";
import { createGiftPool } from "./create-gift-pool.ts";
import { createPayout } from "./create-payout.ts";
import { erasePerson } from "./erase-person.ts";
import { exportPerson } from "./export-person.ts";
import { joinMember } from "./join-member.ts";
import { liftSuspension } from "./lift-suspension.ts";
import { listRewards } from "./list-rewards.ts";
import { payoutTotals } from "./payout-totals.ts";
import { personFile } from "./person-file.ts";
import { putMember } from "./put-member.ts";
import { readFunnel } from "./read-funnel.ts";
import { memberByToken } from "./read-me.ts";
import { readSharePage } from "./read-share-page.ts";
import { recordConversion } from "./record-conversion.ts";
import { recordEvents } from "./record-events.ts";
import { refundConversion } from "./refund-conversion.ts";
import { cancelPayout, payPayout } from "./settle-payout.ts";
import { settleRewards } from "./settle-rewards.ts";

let open: Awaited<ReturnType<typeof openWork>>;
let hanako: Awaited<ReturnType<typeof putMember>>["member"];
const by = "test";
const browser = "visitor-of-hanako-01";
const shared = "visitor-of-a-household";

beforeEach(start);
afterEach(() => open.close());

async function start() {
  open = await openWork();
  const { work, siteId } = open;
  ({ member: hanako } = await putMember(work, {
    siteId,
    externalId: "hanako-1",
    email: "hanako@example.com",
    name: "山田花子",
    publicName: "はなこ",
  }));
}

const lead = { type: "lead", amountMinor: null, currency: null };
const order = (orderId: string, friend: string, more: object = {}) =>
  recordConversion(open.work, {
    siteId: open.siteId,
    word: word({
      orderId,
      code: hanako.code,
      customer: { id: friend, email: `${friend}@example.com`, existing: null },
      visitor: `visitor-of-${friend}-01`,
      occurredAt: open.clock.now,
      ...more,
    }),
  });
const erase = (externalId: string) =>
  erasePerson(open.work, { siteId: open.siteId, externalId, by });
const exported = (externalId: string) =>
  exportPerson(open.work, { siteId: open.siteId, externalId });

async function share(visitor: string) {
  const { work, siteId } = open;
  const event = { at: work.now(), channel: "line", props: null, name: null };
  await recordEvents(work, {
    siteId,
    origin: "https://shop.example",
    receivedAt: work.now(),
    visitor,
    events: [
      {
        ...event,
        kind: "signal",
        id: work.newId("share"),
        type: "share",
        surface: null,
        code: hanako.code,
      },
      {
        kind: "click",
        id: work.newId("click"),
        at: work.now(),
        code: hanako.code,
        channel: null,
        url: `https://shop.example/of/${visitor}`,
        click: null,
        bot: false,
      },
    ],
  });
}

/** Hanako as member, friend of somebody else, buyer, and user of two browsers. */
async function aFullLife() {
  const { work, siteId } = open;
  const jiro = await putMember(work, { siteId, externalId: "jiro" });
  const pool = { name: "300 yen", programId: "default", on: "lead", url: null };
  const { id } = await createGiftPool(work, {
    ...{ siteId, by, ...pool, to: null },
    ...{ valueMinor: 300, currency: "JPY", lowBelow: 0 },
  });
  const codes = ["GIFT-1", "GIFT-2", "GIFT-3", "GIFT-4"];
  await addGiftCodes(work, {
    ...{ siteId, by, pool: id },
    codes: codes.map((code, line) => ({ line, code })),
  });
  const own = { code: jiro.member.code, visitor: browser };
  await order("L-0", "hanako-1", { ...lead, ...own });
  await order("A-0", "hanako-1", { ...own, email: "hanako@example.com" });
  await order("A-9", "saburo", { visitor: shared });
  await order("A-8", "hanako-1", { code: null, visitor: shared });
  await share(browser);
  await share(shared);
  await order("L-1", "taro", lead);
  await order("A-1", "taro");
  open.clock.now += 31 * 86_400_000;
  await trustClock(work);
  await settleRewards(work);
  const { payout } = await createPayout(work, {
    ...{ siteId, by, runId: "april", currency: "JPY" },
    ...{ minimumMinor: 0, kinds: null },
  });
  await payPayout(work, { siteId, by, payout: payout.id, totalMinor: null });
  await refundConversion(work, {
    ...{ siteId, by, conversion: "order:A-1" },
    ...{ refundId: "R-1", amountMinor: 50_000 },
  });
  return joinMember(work, {
    siteId,
    program: null,
    visitor: browser,
    identity: {
      by: "token",
      externalId: "hanako-1",
      email: null,
      name: null,
      kind: null,
    },
  });
}

async function everything(): Promise<string> {
  const { db } = open.work;
  const tables = await db.introspection.getTables();
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db
        .selectFrom(name as "people")
        .selectAll()
        .execute(),
    ),
  );
  return JSON.stringify(rows);
}

/** Every figure that a report, the books or a member's standing is made of. */
async function figures() {
  const { work, siteId } = open;
  const rewards = await work.db
    .selectFrom("rewards")
    .selectAll()
    .orderBy("id")
    .execute();
  const orders = await work.db
    .selectFrom("conversions")
    .select(["id", "amount_minor", "refunded_minor", "gross_minor"])
    .orderBy("id")
    .execute();
  return {
    ledger: await work.db
      .selectFrom("ledger")
      .selectAll()
      .orderBy("id")
      .execute(),
    rewards,
    orders,
    funnel: await readFunnel(work, { siteId }),
    totals: (await payoutTotals(work, { siteId, year: 2026 })).items.map(
      ({ payee, totalMinor }) => ({ payee, totalMinor }),
    ),
  };
}

test("an export has everything that is held of somebody, readable, and nothing of others", async () => {
  await aFullLife();
  const data = await exported("hanako-1");
  expect(data.member).toMatchObject({
    email: "hanako@example.com",
    name: "山田花子",
    publicName: "はなこ",
  });
  expect(data.person.ids).toEqual(["hanako-1"]);
  expect(data.codes).toMatchObject([{ code: hanako.code }]);
  expect(data.tokens).toHaveLength(1);
  const browsers = new Map(data.browsers.map((one) => [one.visitor, one]));
  expect(browsers.get(browser)?.shared).toBe(false);
  expect(browsers.get(shared)?.shared).toBe(true);
  expect(data.events.map(({ type }) => type)).toContain("share");
  expect(data.clicks).toHaveLength(1);
  expect(data.conversions.map(({ orderId }) => orderId).sort()).toEqual([
    "A-0",
    "A-8",
    "L-0",
  ]);
  expect(data.referrals.made).toHaveLength(2);
  expect(data.referrals.asFriend).toHaveLength(1);
  const gifts = data.rewards.filter(({ kind }) => kind === "gift");
  expect(gifts.map(({ giftCode }) => giftCode?.slice(0, 4))).toEqual([
    "GIFT",
    "GIFT",
  ]);
  for (const reward of data.rewards)
    expect(reward.ledger.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(
      reward.amountMinor + reward.compensationMinor,
    );
  expect(data.payouts.length).toBeGreaterThan(0);
  expect(JSON.stringify(data)).not.toMatch(/taro|saburo|jiro|A-1|A-9/);
});

test("a friend who never joined can have their data too", async () => {
  await aFullLife();
  const data = await exported("taro");
  expect(data.member).toBeNull();
  expect(data.conversions).toHaveLength(2);
  expect(data.refunds).toMatchObject([{ refundId: "R-1" }]);
  expect(JSON.stringify(data)).not.toMatch(/hanako|花子/);
});

test("after an erasure no name is left anywhere, and every figure is what it was", async () => {
  const { work, siteId } = open;
  await createEndpoint(work, {
    siteId,
    by,
    url: "https://crm.example/",
    events: ["conversion.recorded", "reward.paid"],
  });
  const { token } = await aFullLife();
  await work.db.updateTable("deliveries").set({ state: "delivered" }).execute();
  const seal = hanako.shareUrl.split("/s/")[1] ?? "";
  expect(await readSharePage(work, { token: seal })).not.toBeNull();
  const index = work.vault.indexEmail("hanako@example.com");
  const before = await figures();
  expect(await everything()).toContain("hanako-1");

  await erase("hanako-1");
  const after = await everything();
  for (const name of ["hanako", "花子", "はなこ", index, browser])
    expect(after).not.toContain(name);
  expect(await figures()).toEqual(before);
  // What somebody else did with the browser of the household stays theirs.
  expect(after).toContain(shared);
  expect(after).toContain("saburo");

  expect(await memberByToken(work, token)).toBeNull();
  expect(await readSharePage(work, { token: seal })).toBeNull();
  expect(await checkCode(work, { siteId, code: hanako.code })).toEqual({
    valid: false,
    because: "member_suspended",
  });
  const { conversion } = await order("A-5", "goro");
  expect(conversion).toMatchObject({
    attributed: null,
    because: "member_suspended",
  });
  const audit = await work.db.selectFrom("audit").selectAll().execute();
  expect(audit.at(-1)).toMatchObject({
    action: "erase_person",
    subject: hanako.id,
    actor: by,
  });
  for (const who of ["hanako-1", hanako.id])
    await expect(erase(who)).rejects.toMatchObject({ code: "not_found" });
  const lift = { siteId, externalId: hanako.id, by };
  await expect(liftSuspension(work, lift)).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a replay of an old order does not name its customer anew, and a refund still takes its share", async () => {
  const { work, siteId } = open;
  await order("A-1", "taro");
  await erase("taro");
  await order("A-1", "taro", { grossProfitMinor: 30_000 });
  expect(await everything()).not.toContain("taro");
  const amounts = async () =>
    (await listRewards(work, { siteId })).items.map((one) => one.amountMinor);
  expect(await amounts()).toEqual([900, 900]);
  await refundConversion(work, {
    ...{ siteId, by, conversion: "order:A-1" },
    ...{ refundId: "R-1", amountMinor: 50_000 },
  });
  expect((await amounts()).every((amount) => amount < 900)).toBe(true);
});

test("who comes back after an erasure is somebody new", async () => {
  const { work, siteId } = open;
  await order("A-1", "taro");
  await erase("hanako-1");
  const word = { siteId, externalId: "hanako-1", email: "hanako@example.com" };
  const { created, member } = await putMember(work, word);
  expect(created).toBe(true);
  expect(member.code).not.toBe(hanako.code);
  expect((await exported("hanako-1")).rewards).toEqual([]);
});

test("whoever is in an open run is paid or taken out first, and nobody erased is in a later one", async () => {
  const { work, siteId } = open;
  await order("A-1", "taro");
  open.clock.now += 31 * 86_400_000;
  await settleRewards(work);
  const run = async (runId: string) =>
    (
      await createPayout(work, {
        ...{ siteId, by, runId, currency: "JPY" },
        ...{ minimumMinor: 0, kinds: null },
      })
    ).payout;
  const { id } = await run("one");
  await expect(erase("hanako-1")).rejects.toMatchObject({
    code: "state_conflict",
  });
  await cancelPayout(work, { siteId, by, payout: id, reason: "test" });
  await erase("hanako-1");
  const { payees } = await run("two");
  expect(payees.map(({ externalId }) => externalId)).toEqual(["taro"]);
});

test("no gift code is spent on somebody who was erased", async () => {
  const { work, siteId } = open;
  const pool = { name: "300 yen", programId: "default", on: "lead", url: null };
  const { id } = await createGiftPool(work, {
    ...{ siteId, by, ...pool, to: null },
    ...{ valueMinor: 300, currency: "JPY", lowBelow: 0 },
  });
  await order("L-1", "taro", lead);
  await erase("taro");
  const codes = ["GIFT-1", "GIFT-2"].map((code, line) => ({ line, code }));
  const upload = await addGiftCodes(work, { siteId, by, pool: id, codes });
  expect(upload).toMatchObject({ settled: 1, pool: { left: 1, waiting: 0 } });
  expect(await settleRewards(work)).toEqual({ confirmed: 0, more: false });
});

test("what a member wrote to the shop is in the export, and gone with them", async () => {
  const { work, siteId } = open;
  const seal = work.vault.encrypt;
  await work.db
    .insertInto("disputes")
    .values({
      ...{ id: "dsp_1", site_id: siteId, member_id: hanako.id, about: null },
      ...{ message: seal("花子より"), state: "upheld", answer: seal("はい") },
      ...{ created_at: 1, answered_at: 2, answered_by: by },
    })
    .execute();
  expect((await exported("hanako-1")).disputes).toMatchObject([
    { message: "花子より", answer: "はい" },
  ]);
  await erase("hanako-1");
  const [left] = await work.db.selectFrom("disputes").selectAll().execute();
  expect(work.vault.decrypt(left?.message ?? "")).toBe("");
  expect(left?.answer).toBeNull();
});

test("whoever is erased, whenever, the ledger folds to the same totals", async () => {
  const names = ["hanako-1", "taro", "jiro"];
  const step = fc.oneof(
    fc.record({ do: fc.constant("order" as const), nth: fc.nat(2) }),
    fc.record({ do: fc.constant("refund" as const), nth: fc.nat(2) }),
    fc.record({ do: fc.constant("pay" as const), nth: fc.nat(4) }),
    fc.record({ do: fc.constant("erase" as const), nth: fc.nat(2) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 15 }),
      async (steps) => {
        await open.close();
        await start();
        const { work, siteId } = open;
        for (const [at, { do: what, nth }] of steps.entries()) {
          const name = names[nth] ?? "";
          if (what === "order")
            await order(`A-${name}`, name).catch(expectDomainError);
          if (what === "refund")
            await refundConversion(work, {
              ...{ siteId, by, conversion: `order:A-${name}` },
              ...{ refundId: `R-${at}`, amountMinor: 10_000 },
            }).catch(expectDomainError);
          if (what === "pay") {
            const { items } = await listRewards(work, { siteId });
            const reward = items[nth]?.id ?? "rwd_none";
            await payReward(work, { siteId, reward, by }).catch(
              expectDomainError,
            );
          }
          if (what === "erase") {
            const before = await figures();
            await erase(name).catch(expectDomainError);
            expect(await figures()).toEqual(before);
          }
        }
      },
    ),
    { numRuns: 25 },
  );
});

function expectDomainError(error: unknown): void {
  expect(error).toMatchObject({ name: "DomainError" });
}

test("whoever else asks is answered in between while a person's ten thousand events are gathered and told", async () => {
  const { work, siteId } = open;
  const count = 10_000;
  await order("o-1", "taro");
  const visitor = "visitor-of-taro-01";
  const events = Array.from({ length: count }, (_, n) => ({
    ...{ site_id: siteId, id: `e-${n}`, type: "view" as const, visitor },
    ...{ at: count - n, received_at: work.now(), code: null, channel: null },
    ...{ surface: null, name: null, url: null, props: '{"n":1}' },
  }));
  for (let n = 0; n < count; n += 1_000)
    await work.db
      .insertInto("events")
      .values(events.slice(n, n + 1_000))
      .execute();
  let turns = 0;
  let isOver = false;
  const aTurn = () => {
    turns += 1;
    if (!isOver) setImmediate(aTurn);
  };
  setImmediate(aTurn);
  const data = await exported("taro");
  const gathered = turns;
  const file = await new Response(personFile(data)).text();
  isOver = true;
  expect(gathered).toBeGreaterThan(15);
  expect(turns - gathered).toBeGreaterThan(15);
  expect(file).toBe(JSON.stringify(data));
  expect(data.events.map(({ at }) => at)).toEqual(
    events.map(({ at }) => at).reverse(),
  );
});
