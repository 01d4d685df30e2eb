import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { commitCommands } from "../ingest/commit-commands.ts";
import { addGiftCodes } from "./add-gift-codes.ts";
import { confirmReward, voidReward } from "./change-reward.ts";
import { createGiftPool, type NewGiftPool } from "./create-gift-pool.ts";
import { listGiftPools } from "./list-gift-pools.ts";
import { listPrograms } from "./list-programs.ts";
import { listRewards } from "./list-rewards.ts";
import { putMember } from "./put-member.ts";
import { putProgram } from "./put-program.ts";
import { readMe } from "./read-me.ts";
import { recordConversion } from "./record-conversion.ts";
import { settleRewards } from "./settle-rewards.ts";
import { verifyConversion } from "./verify-conversion.ts";

let open: Awaited<ReturnType<typeof openWork>>;
let hanako: { id: string; code: string };
beforeEach(async () => {
  open = await openWork();
  const { work, siteId } = open;
  await putProgram(work, {
    siteId,
    program: { ...(await rules()), limits: [] },
    by: "test",
  });
  hanako = (await putMember(work, { siteId, externalId: "hanako" })).member;
});
afterEach(() => open.close());

async function rules() {
  const { work, siteId } = open;
  const [program] = await listPrograms(work, { siteId });
  if (!program) throw new Error("The first site has no programme.");
  return program;
}

const facts: NewGiftPool = {
  name: "300 yen",
  programId: "default",
  on: "lead",
  to: null,
  valueMinor: 300,
  currency: "JPY",
  url: "https://gift.example/use",
  lowBelow: 5,
};
const pool = (more: Partial<NewGiftPool> = {}) =>
  createGiftPool(open.work, {
    siteId: open.siteId,
    by: "test",
    ...facts,
    ...more,
  });
const upload = (id: string, codes: string[]) =>
  addGiftCodes(open.work, {
    siteId: open.siteId,
    pool: id,
    codes: codes.map((code, index) => ({ line: index + 1, code })),
    by: "test",
  });
const numbered = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, n) => `GIFT-${String(from + n).padStart(4, "0")}`,
  );
const leadOf = (friend: string, more: object = {}) => ({
  siteId: open.siteId,
  word: word({
    type: "lead",
    orderId: `L-${friend}`,
    code: hanako.code,
    customer: { id: friend, email: null, existing: null },
    occurredAt: open.clock.now,
    ...more,
  }),
});
const lead = (friend: string, more: object = {}) =>
  recordConversion(open.work, leadOf(friend, more));
const gifts = () =>
  open.work.db
    .selectFrom("gift_codes")
    .selectAll()
    .orderBy("id")
    .execute()
    .then((rows) =>
      rows.map((row) => ({ ...row, code: open.work.vault.decrypt(row.code) })),
    );
const stock = async () =>
  (await listGiftPools(open.work, { siteId: open.siteId })).items[0];

test("50 leads at once and 40 codes: each code goes to one reward, the rest wait, and an upload settles them", async () => {
  const { work, storage, siteId } = open;
  const { id } = await pool();
  await upload(id, numbered(0, 40));
  const commands = Array.from({ length: 50 }, (_, n) => ({
    name: "recordConversion" as const,
    input: leadOf(`friend-${n}`),
  }));
  // Replays among them, and several groups under way.
  const groups = [commands.slice(0, 30), commands.slice(20), commands];
  for (const group of groups) {
    const outcomes = await commitCommands(storage, work, group);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
  }
  const given = (await gifts()).filter(({ reward_id }) => reward_id);
  expect(given).toHaveLength(40);
  expect(new Set(given.map(({ reward_id }) => reward_id)).size).toBe(40);
  const { items: waiting } = await listRewards(work, {
    siteId,
    state: "pending",
    limit: 200,
  });
  expect(waiting).toHaveLength(60);
  expect(new Set(waiting.map(({ because }) => because))).toEqual(
    new Set(["no_gift_code"]),
  );
  expect(await stock()).toMatchObject({
    left: 0,
    handedOut: 40,
    waiting: 60,
    low: true,
  });

  const some = await upload(id, numbered(40, 50));
  expect(some).toMatchObject({ added: 10, settled: 10 });
  const oldest = waiting.map((reward) => reward.id).sort();
  const filled = (await gifts()).slice(40).map(({ reward_id }) => reward_id);
  expect(filled).toEqual(oldest.slice(0, 10));

  const rest = await upload(id, numbered(0, 200));
  expect(rest).toMatchObject({ added: 150, settled: 50 });
  expect(rest.duplicates).toEqual(numbered(0, 50).map((_, n) => n + 1));
  expect(rest.pool).toMatchObject({
    left: 100,
    handedOut: 100,
    waiting: 0,
    low: false,
  });
  const { items: confirmed } = await listRewards(work, {
    siteId,
    state: "confirmed",
    limit: 200,
  });
  expect(confirmed).toHaveLength(100);
});

test("a code cannot be read in the database, and its beneficiary alone sees it", async () => {
  const { work, siteId } = open;
  const { id } = await pool();
  await upload(id, ["SECRET-1", "SECRET-2"]);
  await lead("taro");
  const stored = await work.db.selectFrom("gift_codes").selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain("SECRET");
  const [mine] = (await readMe(work, { memberId: hanako.id })).rewards;
  expect(mine).toMatchObject({
    state: "confirmed",
    giftCode: "SECRET-1",
    giftUrl: "https://gift.example/use",
  });
  const taro = await putMember(work, { siteId, externalId: "taro" });
  const [his] = (await readMe(work, { memberId: taro.member.id })).rewards;
  expect(his?.giftCode).toBe("SECRET-2");
  const answered = JSON.stringify([
    await listRewards(work, { siteId }),
    await listGiftPools(work, { siteId }),
    await lead("taro"),
  ]);
  expect(answered).not.toContain("SECRET");
  const { items } = await listRewards(work, { siteId });
  expect(items.map(({ gift }) => gift)).toEqual(
    [1, 2].map(() => ({
      pool: id,
      handedOutAt: work.now(),
      takenBackAt: null,
    })),
  );
});

test("who was given a code that expires is told when", async () => {
  const { work, siteId } = open;
  const { id } = await pool();
  const expiresAt = open.clock.now + 86_400_000;
  await addGiftCodes(work, {
    siteId,
    pool: id,
    codes: [{ line: 1, code: "SOON" }],
    expiresAt,
    by: "test",
  });
  await upload(id, ["EVER"]);
  await lead("taro");
  const [hers] = (await readMe(work, { memberId: hanako.id })).rewards;
  expect(hers).toMatchObject({ giftCode: "SOON", giftExpiresAt: expiresAt });
  const taro = await putMember(work, { siteId, externalId: "taro" });
  const [his] = (await readMe(work, { memberId: taro.member.id })).rewards;
  expect(his).not.toHaveProperty("giftExpiresAt");
});

test("a step without a pool confirms its gifts as ever", async () => {
  await pool({ to: "friend" });
  const { conversion } = await lead("taro");
  expect(
    conversion.rewards.map(({ to, state, because, gift }) => ({
      to,
      state,
      because,
      gift,
    })),
  ).toEqual([
    { to: "referrer", state: "confirmed", because: null, gift: null },
    { to: "friend", state: "pending", because: "no_gift_code", gift: null },
  ]);
});

describe("a reward that is taken back", () => {
  test("before its code was handed out takes nothing from the pool", async () => {
    const { work, siteId } = open;
    const { id } = await pool({ to: "referrer" });
    const [reward] = (await lead("taro")).conversion.rewards;
    const by = { siteId, reward: reward?.id ?? "", by: "test" };
    const gone = await voidReward(work, { ...by, reason: "fraud" });
    expect(gone).toMatchObject({ state: "void", gift: null });
    expect(await upload(id, ["A-0001"])).toMatchObject({
      settled: 0,
      pool: { left: 1, takenBack: 0 },
    });
  });

  test("after that keeps the code out of use, and says so", async () => {
    const { work, siteId } = open;
    const { id } = await pool({ to: "referrer" });
    await upload(id, ["A-0001"]);
    const [reward] = (await lead("taro")).conversion.rewards;
    const by = { siteId, reward: reward?.id ?? "", by: "test" };
    open.clock.now += 1_000;
    const gone = await voidReward(work, { ...by, reason: "fraud" });
    expect(gone.gift).toEqual({
      pool: id,
      handedOutAt: open.clock.now - 1_000,
      takenBackAt: open.clock.now,
    });
    expect(await stock()).toMatchObject({ left: 0, takenBack: 1 });
    expect((await upload(id, ["A-0001"])).added).toBe(0);
    const [, second] = [
      await lead("jiro"),
      await listRewards(work, { siteId, state: "pending" }),
    ];
    expect(second.items[0]?.because).toBe("no_gift_code");
    const me = await readMe(work, { memberId: hanako.id });
    expect(JSON.stringify(me)).not.toContain("A-0001");
  });
});

test("a claim takes no code until it is verified, and a hold none until it is over", async () => {
  const { work, siteId } = open;
  const { id } = await pool();
  await upload(id, numbered(0, 10));
  await lead("taro", { trust: "claim" });
  expect(await stock()).toMatchObject({ handedOut: 0, waiting: 0 });
  await verifyConversion(work, {
    siteId,
    conversion: "order:L-taro",
    by: "test",
  });
  expect(await stock()).toMatchObject({ handedOut: 2 });

  const program = await rules();
  const steps = program.steps.map((step) => ({ ...step, holdDays: 1 }));
  await putProgram(work, {
    siteId,
    program: { ...program, steps },
    by: "test",
  });
  open.clock.now += 1_000;
  await lead("jiro");
  expect(await stock()).toMatchObject({ handedOut: 2 });
  open.clock.now += 86_400_000;
  expect(await settleRewards(work)).toEqual({ confirmed: 2, more: false });
  expect(await stock()).toMatchObject({ handedOut: 4, left: 6 });
});

test("confirming by hand takes a code too, and waits where there is none", async () => {
  const { work, siteId } = open;
  const { id } = await pool({ to: "referrer" });
  const [reward] = (await lead("taro")).conversion.rewards;
  const confirm = () =>
    confirmReward(work, { siteId, reward: reward?.id ?? "", by: "test" });
  expect(await confirm()).toMatchObject({
    state: "pending",
    because: "no_gift_code",
  });
  await upload(id, ["A-0001"]);
  expect(await confirm()).toMatchObject({
    state: "confirmed",
    gift: { pool: id },
  });
});

test("a gift that a limit would cut is refused, for a code cannot be cut", async () => {
  const { work, siteId } = open;
  const limit = { per: "member", on: null, unit: "money", max: 400 } as const;
  await putProgram(work, {
    siteId,
    program: { ...(await rules()), limits: [{ ...limit, window: "month" }] },
    by: "test",
  });
  await pool({ to: "referrer" });
  await lead("taro");
  const { conversion } = await lead("jiro");
  expect(conversion.rewards[0]).toMatchObject({
    state: "void",
    because: "limit_reached",
  });
});

test.each([
  [{ programId: "none" }, "programId"],
  [{ on: "trial" }, "on"],
  [{ on: "sale" }, "on"],
  [{ currency: "USD" }, "currency"],
  [{ valueMinor: 500 }, "valueMinor"],
])(
  "a pool from which nothing would be taken is refused: %j",
  async (more, path) => {
    await expect(pool(more)).rejects.toMatchObject({
      code: "invalid_field",
      errors: [{ path }],
    });
  },
);

test("in any order of uploads, leads and voids, no code is given twice and none is lost", async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("upload" as const), nth: fc.nat(9) }),
    fc.record({ do: fc.constant("lead" as const), nth: fc.nat(9) }),
    fc.record({ do: fc.constant("void" as const), nth: fc.nat(9) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      await open.close();
      open = await openWork();
      const { work, siteId } = open;
      hanako = (await putMember(work, { siteId, externalId: "hanako" })).member;
      const { id } = await pool();
      const uploaded = new Set<string>();
      for (const { do: what, nth } of steps) {
        if (what === "upload") {
          const codes = numbered(nth, nth + 3);
          await upload(id, codes);
          for (const code of codes) uploaded.add(code);
        } else if (what === "lead") await lead(`friend-${nth}`);
        else {
          const { items } = await listRewards(work, { siteId });
          const reward = items[nth];
          if (reward)
            await voidReward(work, {
              siteId,
              reward: reward.id,
              by: "test",
              reason: "test",
            });
        }
      }
      const codes = await gifts();
      expect(new Set(codes.map(({ code }) => code))).toEqual(uploaded);
      expect(codes).toHaveLength(uploaded.size);
      const { items } = await listRewards(work, { siteId, limit: 200 });
      const confirmed = items.filter(({ state }) => state === "confirmed");
      expect(confirmed.every(({ gift }) => gift)).toBe(true);
      const free = codes.filter(({ reward_id }) => reward_id === null);
      const waiting = items.filter(
        ({ because, state }) =>
          state === "pending" && because === "no_gift_code",
      );
      expect(free.length === 0 || waiting.length === 0).toBe(true);
    }),
    { numRuns: 30 },
  );
});
