import { beforeEach, describe, expect, test } from "vitest";
import { openReferrer } from "../../tests/open-referrer.ts";
import { recordClick } from "../../tests/record-click.ts";
import type { ConversionWord } from "./conversion-word.ts";
import { creditByHand } from "./credit-by-hand.ts";
import { joinMember } from "./join-member.ts";
import { listPrograms } from "./list-programs.ts";
import { listUnmatched } from "./list-unmatched.ts";
import { putMember } from "./put-member.ts";
import { putProgram } from "./put-program.ts";
import { readMe } from "./read-me.ts";
import { refuseConversion } from "./refuse-conversion.ts";
import { suspendMember } from "./suspend-member.ts";

const dayMs = 86_400_000;
const visitor = "visitor-0000000000001";
let open: Awaited<ReturnType<typeof openReferrer>>;
let hanako: { id: string; code: string };

beforeEach(async () => {
  open = await openReferrer();
  ({ hanako } = open);
  return () => open.close();
});

function record(facts: Partial<ConversionWord> & { orderId: string }) {
  return open.record({
    customer: { id: "taro", email: null, existing: null },
    ...facts,
  });
}

const click = (code: string, visitor: string | null) =>
  recordClick(open, { code, visitor });

const credit = (conversion: string, more: object = {}) =>
  creditByHand(open.work, {
    siteId: open.siteId,
    conversion,
    member: "hanako",
    reason: "she showed me the chat",
    by: "owner",
    ...more,
  });

const guesses = async () =>
  (await listUnmatched(open.work, { siteId: open.siteId })).items.map(
    (item) => item.guesses,
  );

describe("an order that matched nobody", () => {
  test("is listed with whose link the browser had followed, too early", async () => {
    await click(hanako.code, visitor);
    const at = open.clock.now;
    open.clock.now += 31 * dayMs;
    await record({ orderId: "A1", visitor });
    expect(await guesses()).toEqual([
      [{ member: hanako.id, code: hanako.code, why: "same_browser", at }],
    ]);
  });

  test("is listed with whose link the same person had followed elsewhere", async () => {
    await record({ orderId: "old", visitor, type: "lead" });
    open.clock.now += dayMs;
    await click(hanako.code, visitor);
    const at = open.clock.now;
    await record({ orderId: "A1", occurredAt: at - 1, visitor: "visitor-2" });
    const [latest] = await guesses();
    expect(latest).toMatchObject([{ member: hanako.id, why: "same_person" }]);
  });

  test("is listed with whose code was mistyped by one symbol", async () => {
    const wrong = hanako.code.endsWith("2") ? "3" : "2";
    await record({ orderId: "A1", code: hanako.code.slice(0, 7) + wrong });
    expect(await guesses()).toMatchObject([
      [{ member: hanako.id, why: "mistyped_code", at: null }],
    ]);
  });

  test("is listed with whose link was followed near in time, unless many were", async () => {
    await click(hanako.code, null);
    await record({ orderId: "A1" });
    expect(await guesses()).toMatchObject([
      [{ member: hanako.id, why: "near_in_time" }],
    ]);
    for (const id of ["a", "b", "c"])
      await click((await open.member(id)).code, null);
    expect(await guesses()).toEqual([[]]);
  });

  test("is never guessed to be the buyer's own referral", async () => {
    await click(hanako.code, null);
    await record({
      orderId: "own",
      customer: { id: "hanako", email: null, existing: null },
    });
    expect(await guesses()).toEqual([[]]);
  });

  test("is not one that matched somebody and was refused, or that is known not to exist", async () => {
    const { work, siteId } = open;
    await record({
      orderId: "own",
      code: hanako.code,
      customer: { id: "hanako", email: null, existing: null },
    });
    await record({ orderId: "fake", trust: "claim" });
    await refuseConversion(work, {
      siteId,
      conversion: "order:fake",
      reason: "no such order",
      by: "owner",
    });
    await record({ orderId: "A1" });
    const { items } = await listUnmatched(work, { siteId });
    expect(items.map(({ orderId }) => orderId)).toEqual(["A1"]);
  });

  test("pages like any list", async () => {
    const { work, siteId } = open;
    for (const orderId of ["A1", "A2", "A3"]) await record({ orderId });
    const first = await listUnmatched(work, { siteId, limit: 2 });
    const cursor = first.next ?? "";
    const second = await listUnmatched(work, { siteId, limit: 2, cursor });
    expect(
      [...first.items, ...second.items].map(({ orderId }) => orderId),
    ).toEqual(["A3", "A2", "A1"]);
    expect(second.next).toBeNull();
  });
});

describe("credit by hand", () => {
  test("ties the friend, promises both sides, and is nobody's to undo by a further word", async () => {
    const { id } = await record({ orderId: "A1" });
    const credited = await credit(id);
    expect(credited).toMatchObject({
      attributed: { member: hanako.id, code: hanako.code, by: "hand" },
      because: null,
      verdict: null,
      rewards: [
        { to: "referrer", amountMinor: 1200, because: "hold_period" },
        { to: "friend", amountMinor: 1200, because: "hold_period" },
      ],
    });
    const jiro = await open.member("jiro");
    const again = await record({
      orderId: "A1",
      code: jiro.code,
      grossProfitMinor: 20_000,
    });
    expect(again).toMatchObject({
      attributed: { member: hanako.id, by: "hand" },
      rewards: [{ amountMinor: 600 }, { amountMinor: 600 }],
    });
    expect(
      (await readMe(open.work, { memberId: hanako.id })).friends,
    ).toMatchObject([{ because: null, receipt: { by: "hand" } }]);
  });

  test("is in the audit log once, and doing it twice changes nothing", async () => {
    const { id } = await record({ orderId: "A1" });
    const first = await credit(id);
    expect(await credit("order:A1")).toEqual(first);
    const audit = await open.work.db.selectFrom("audit").selectAll().execute();
    expect(audit).toMatchObject([
      {
        actor: "owner",
        action: "credit_conversion",
        subject: id,
        reason: "she showed me the chat",
      },
    ]);
  });

  test("reaches past the window and an earlier purchase, at the terms of the click", async () => {
    const { work, siteId, clock } = open;
    await record({ orderId: "before" });
    await click(hanako.code, visitor);
    const clickedAt = clock.now;
    clock.now += dayMs;
    const [program] = await listPrograms(work, { siteId });
    if (!program) throw new Error("Expected a programme.");
    const steps = program.steps.map((step) =>
      step.on === "sale"
        ? { ...step, referrer: { kind: "points" as const, rateBps: 400 } }
        : step,
    );
    await putProgram(work, { siteId, program: { ...program, steps }, by: "t" });
    clock.now += 40 * dayMs;
    const { id } = await record({ orderId: "A1", visitor });
    expect(await credit(id)).toMatchObject({
      attributed: { at: clickedAt },
      rewards: [{ amountMinor: 1200 }, { amountMinor: 1200 }],
    });
  });

  test("vouches for a claim, and takes it from whom it named", async () => {
    const jiro = await open.member("jiro");
    const claim = await record({
      orderId: "A1",
      trust: "claim",
      code: jiro.code,
      visitor,
    });
    expect(await credit(claim.id)).toMatchObject({
      verified: true,
      attributed: { member: hanako.id, by: "hand" },
      rewards: [{ because: "hold_period" }, { because: "hold_period" }],
    });
    expect((await readMe(open.work, { memberId: jiro.id })).friends).toEqual(
      [],
    );
  });

  test.each([
    ["whom the shop knows", true],
    ["whom it knows by the browser alone", false],
  ])(
    "judges two people at one browser by the owner's word: a member %s",
    async (_, isKnown) => {
      const { work, siteId } = open;
      const identity = {
        by: "device" as const,
        joinKey: "join-key-of-a-device",
        email: null,
        termsVersion: null,
      };
      const member = isKnown
        ? (await putMember(work, { siteId, externalId: "hanako", visitor }))
            .member
        : (await joinMember(work, { siteId, visitor, program: null, identity }))
            .member;
      const spouse = { id: "taro", email: "taro@example.com", existing: false };
      const facts = { visitor, code: member.code, customer: spouse };
      const { id, because } = await record({ orderId: "A1", ...facts });
      expect(because).toBe("self_referral");
      expect(await credit(id, { member: member.id })).toMatchObject({
        attributed: { member: member.id, by: "hand" },
        rewards: [{ member: member.id }, { member: null }],
      });
      const me = await readMe(work, { memberId: member.id });
      expect(me.member.referred).toBe(false);
      expect(me.rewards.map(({ to }) => to)).toEqual(["referrer"]);
    },
  );

  test("keeps within the budget", async () => {
    const { work, siteId } = open;
    const [program] = await listPrograms(work, { siteId });
    if (!program) throw new Error("Expected a programme.");
    await putProgram(work, {
      siteId,
      program: { ...program, budgetMinor: 1_000 },
      by: "test",
    });
    const { id } = await record({ orderId: "A1" });
    const { rewards } = await credit(id);
    const sum = rewards.reduce(
      (total, { amountMinor }) => total + amountMinor,
      0,
    );
    expect(sum).toBeLessThanOrEqual(1_000);
  });

  test.each<[string, () => Promise<string>]>([
    [
      "self_referral",
      async () =>
        (
          await record({
            orderId: "A1",
            customer: { id: "hanako", email: null, existing: null },
          })
        ).id,
    ],
    [
      "already_referred",
      async () => {
        const jiro = await open.member("jiro");
        await record({ orderId: "A0", type: "lead", code: jiro.code });
        const { db } = open.work;
        const late = await record({ orderId: "A1" });
        // As if the order had come before the tie.
        await db
          .updateTable("conversions")
          .set({ referral_id: null, member_id: null })
          .where("id", "=", late.id)
          .execute();
        return late.id;
      },
    ],
    [
      "already credited",
      async () =>
        (
          await record({
            orderId: "A1",
            code: (await open.member("jiro")).code,
          })
        ).id,
    ],
    [
      "member_suspended",
      async () => {
        const { work, siteId } = open;
        const { id } = await record({ orderId: "A1" });
        const by = { by: "test", reason: "test" };
        await suspendMember(work, { siteId, externalId: "hanako", ...by });
        return id;
      },
    ],
    [
      "refused",
      async () => {
        const { work, siteId } = open;
        const { id } = await record({ orderId: "A1", trust: "claim" });
        const by = { by: "test", reason: "test" };
        await refuseConversion(work, { siteId, conversion: id, ...by });
        return id;
      },
    ],
  ])("is refused, and changes nothing: %s", async (because, prepare) => {
    const conversion = await prepare();
    await expect(credit(conversion)).rejects.toMatchObject({
      code: "state_conflict",
      message: expect.stringContaining(because),
    });
    const audit = await open.work.db
      .selectFrom("audit")
      .select("action")
      .execute();
    expect(audit.map(({ action }) => action)).not.toContain(
      "credit_conversion",
    );
  });
});
