import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { confirmReward, voidReward } from "./change-reward.ts";
import { listAudit } from "./list-audit.ts";
import { listPrograms } from "./list-programs.ts";
import { putMember } from "./put-member.ts";
import { putProgram } from "./put-program.ts";
import { recordConversion } from "./record-conversion.ts";
import { refundConversion } from "./refund-conversion.ts";
import { suspendMember } from "./suspend-member.ts";

let open: Awaited<ReturnType<typeof openWork>>;

beforeEach(async () => {
  open = await openWork();
  return () => open.close();
});

/** A sale, half of it refunded, one reward confirmed, the other taken back, and the referrer suspended. */
async function aBusyDay() {
  const { work, siteId, clock } = open;
  const { member } = await putMember(work, { siteId, externalId: "hanako" });
  const { conversion } = await recordConversion(work, {
    siteId,
    word: word({
      orderId: "A1",
      code: member.code,
      occurredAt: clock.now,
      customer: { id: "taro", email: null, existing: false },
    }),
  });
  await refundConversion(work, {
    siteId,
    conversion: conversion.id,
    refundId: "R1",
    amountMinor: 50_000,
    by: "api",
  });
  const [referrers, friends] = conversion.rewards.map(({ id }) => id);
  const by = { siteId, by: "owner" };
  await confirmReward(work, { ...by, reward: referrers ?? "" });
  await voidReward(work, { ...by, reward: friends ?? "", reason: "agreed" });
  await suspendMember(work, { ...by, externalId: "hanako", reason: "spam" });
  return { conversion, member, referrers, friends };
}

const list = (more: object = {}) =>
  listAudit(open.work, { siteId: open.siteId, ...more });

test("every change is listed by whom, when and why, newest first", async () => {
  const { conversion, member, referrers, friends } = await aBusyDay();
  const { items } = await list();
  expect(
    items.map(({ actor, action, subject, reason, amountMinor }) => [
      actor,
      action,
      subject,
      reason,
      amountMinor,
    ]),
  ).toEqual([
    ["owner", "suspend_member", member.id, "spam", null],
    ["owner", "void_reward", friends, "agreed", -600],
    ["owner", "confirm_reward", referrers, null, 0],
    ["api", "refund_conversion", conversion.id, "refund R1 of 50000 JPY", null],
    ["collector", "adjust_reward", friends, "refunded", -600],
    ["collector", "adjust_reward", referrers, "refunded", -600],
    ["collector", "accrue_reward", friends, "hold_period", 1200],
    ["collector", "accrue_reward", referrers, "hold_period", 1200],
  ]);
  expect(items.every(({ at }) => at === open.clock.now)).toBe(true);
});

test("one subject's changes are listed alone; a conversion's with those of its rewards", async () => {
  const { conversion, member, referrers } = await aBusyDay();
  const actions = async (subject?: string) =>
    (await list({ subject })).items.map(({ action }) => action);
  expect(await actions(member.id)).toEqual(["suspend_member"]);
  expect(await actions(referrers)).toEqual([
    "confirm_reward",
    "adjust_reward",
    "accrue_reward",
  ]);
  expect(await actions(conversion.id)).toHaveLength(7);
  expect(await actions("mem_nobody")).toEqual([]);
});

test("a programme's versions are found by its id, and not by the beginning of it", async () => {
  const { work, siteId } = open;
  const [program] = await listPrograms(work, { siteId });
  if (!program) throw new Error("Expected a programme.");
  await putProgram(work, {
    siteId,
    program: { ...program, name: "新" },
    by: "owner",
  });
  const { items } = await list({ subject: program.id });
  expect(items).toMatchObject([{ action: "put_program", actor: "owner" }]);
  expect((await list({ subject: "defaul" })).items).toEqual([]);
});

test("pages of any length put together are the whole log", async () => {
  await aBusyDay();
  const whole = (await list()).items;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), async (limit) => {
      const paged = [];
      let cursor: string | undefined;
      do {
        const page = await list({ limit, cursor });
        paged.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(paged).toEqual(whole);
    }),
    { numRuns: 9 },
  );
});

test("a change of a member is listed by what changed, never by the mail or name itself", async () => {
  const { work, siteId } = open;
  const hanako = { siteId, externalId: "hanako" };
  const { member } = await putMember(work, hanako);
  const changed = { ...hanako, email: "h@example.com", name: "Hanako" };
  await putMember(work, { ...changed, kind: "partner" });
  await putMember(work, { ...changed, kind: "partner" });
  const { items } = await list();
  expect(items).toMatchObject([
    {
      actor: "api",
      action: "change_member",
      subject: member.id,
      reason: "email, name, kind",
    },
  ]);
});
