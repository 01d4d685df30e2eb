import { expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { type Joining, joinMember } from "./join-member.ts";
import { listPrograms } from "./list-programs.ts";
import { putMember } from "./put-member.ts";
import { putProgram } from "./put-program.ts";
import { memberByToken, readMe } from "./read-me.ts";
import { recordConversion } from "./record-conversion.ts";
import { settleRewards } from "./settle-rewards.ts";
import { updateMe } from "./update-me.ts";
import { verifyConversion } from "./verify-conversion.ts";

const byToken = (externalId: string): Joining["identity"] => ({
  by: "token",
  externalId,
  email: `${externalId}@example.com`,
  name: null,
  kind: null,
});
const byDevice = (joinKey: string) => ({
  by: "device" as const,
  joinKey,
  email: null,
  termsVersion: null,
});

async function opened() {
  const { work, siteId, clock } = await openWork();
  const join = (identity: Joining["identity"], visitor: string | null = null) =>
    joinMember(work, { siteId, program: null, visitor, identity });
  return { work, siteId, clock, join };
}

test("a signed person who joins twice is one member, with a token for each device", async () => {
  const { work, join } = await opened();
  const first = await join(byToken("hanako"));
  const second = await join(byToken("hanako"));
  expect([first.created, second.created]).toEqual([true, false]);
  expect(second.member).toEqual(first.member);
  expect(second.token).not.toBe(first.token);
  for (const { token } of [first, second])
    expect(await memberByToken(work, token)).toMatchObject({
      memberId: first.member.id,
    });
  expect(await memberByToken(work, "forged")).toBeNull();
});

test("a device that joins twice is one member; another device is another, whatever mail is typed", async () => {
  const { work, siteId, join } = await opened();
  const hanako = await putMember(work, {
    siteId,
    externalId: "hanako",
    email: "hanako@example.com",
  });
  const device = {
    by: "device",
    joinKey: "key-1",
    email: "hanako@example.com",
    termsVersion: "1",
  } as const;
  const first = await join(device);
  const again = await join(device);
  const other = await join({ ...device, joinKey: "key-2" });
  expect(again.member.id).toBe(first.member.id);
  expect(
    new Set([hanako.member.id, first.member.id, other.member.id]).size,
  ).toBe(3);
});

test("terms that are not in force are not accepted, and a member who did so once stays", async () => {
  const { work, siteId, join } = await opened();
  await join({ ...byDevice("key-1"), termsVersion: "1" });
  const [program] = await listPrograms(work, { siteId });
  if (!program) throw new Error("The first site has no programme.");
  await putProgram(work, {
    siteId,
    program: { ...program, termsVersion: "2026-11" },
    by: "test",
  });
  const late = { ...byDevice("key-2"), termsVersion: "1" };
  await expect(join(late)).rejects.toMatchObject({
    code: "invalid_field",
    errors: [
      {
        path: "acceptedTerms",
        message: expect.stringContaining('version "2026-11"'),
      },
    ],
  });
  await join({ ...late, termsVersion: "2026-11" });
  await join({ ...byDevice("key-3"), termsVersion: null });
  await join({ ...byDevice("key-1"), termsVersion: "1" });
  const accepted = await work.db
    .selectFrom("members")
    .select("terms_version")
    .orderBy("id")
    .execute();
  expect(accepted.map((row) => row.terms_version)).toEqual([
    "1",
    "2026-11",
    "2026-11",
  ]);
});

test("a friend's own page shows what the friend earned, as news until it was seen, and again when it is confirmed", async () => {
  const { work, siteId, clock, join } = await opened();
  const hanako = await join(byToken("hanako"));
  await recordConversion(work, {
    siteId,
    word: word({
      orderId: "A1",
      code: hanako.member.code,
      customer: { id: "taro", email: null, existing: null },
      occurredAt: clock.now,
    }),
  });
  const taro = await join(byToken("taro"));
  const me = () => readMe(work, { memberId: taro.member.id });
  expect(await me()).toMatchObject({
    member: { referred: true },
    totals: { pendingMinor: 1200, confirmedMinor: 0, currency: "JPY" },
    rewards: [
      { to: "friend", amountMinor: 1200, state: "pending", seen: false },
    ],
    friends: [],
  });
  const [reward] = (await me()).rewards;
  const seen = await updateMe(work, {
    memberId: taro.member.id,
    seen: [reward?.id ?? ""],
  });
  expect(seen.rewards).toMatchObject([{ seen: true }]);
  clock.now += 31 * 86_400_000;
  expect(await settleRewards(work)).toEqual({ confirmed: 2, more: false });
  expect((await me()).rewards).toMatchObject([
    { state: "confirmed", because: null, seen: false },
  ]);
});

test("a member sees friends by number and stage, never by name", async () => {
  const { work, siteId, clock, join } = await opened();
  const hanako = await join(byToken("hanako"));
  for (const friend of ["taro", "jiro"])
    await recordConversion(work, {
      siteId,
      word: word({
        type: "lead",
        orderId: friend,
        code: hanako.member.code,
        customer: { id: friend, email: null, existing: null },
        occurredAt: clock.now,
      }),
    });
  const me = await readMe(work, { memberId: hanako.member.id });
  expect(me.friends).toMatchObject([
    { label: "2", stage: "lead", because: null, at: clock.now },
    { label: "1", stage: "lead", because: null, at: clock.now },
  ]);
  expect(JSON.stringify(me)).not.toMatch(/taro|jiro/);
});

test("without a backend, a claim's reward becomes news once the owner has verified the order", async () => {
  const { work, siteId, clock, join } = await opened();
  const member = await join(byDevice("key-1"), "visitor-0000000001");
  await recordConversion(work, {
    siteId,
    word: word({
      orderId: "A1",
      code: member.member.code,
      visitor: "visitor-0000000002",
      trust: "claim",
      occurredAt: clock.now,
    }),
  });
  const me = () => readMe(work, { memberId: member.member.id });
  expect((await me()).rewards).toMatchObject([
    { because: "unverified", seen: true },
  ]);
  await verifyConversion(work, { siteId, conversion: "order:A1", by: "owner" });
  expect((await me()).rewards).toMatchObject([
    { because: "hold_period", seen: false },
  ]);
  const friend = await join(byDevice("key-2"), "visitor-0000000002");
  expect(await readMe(work, { memberId: friend.member.id })).toMatchObject({
    rewards: [{ to: "friend", amountMinor: 1200 }],
  });
});

test("a member's own browser earns nothing by the member's own link", async () => {
  const { work, siteId, clock, join } = await opened();
  const member = await join(byDevice("key-1"), "visitor-0000000001");
  const { conversion } = await recordConversion(work, {
    siteId,
    word: word({
      orderId: "A1",
      code: member.member.code,
      visitor: "visitor-0000000001",
      trust: "claim",
      occurredAt: clock.now,
    }),
  });
  expect(conversion).toMatchObject({
    attributed: null,
    because: "self_referral",
  });
});
