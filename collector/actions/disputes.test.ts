import { beforeEach, expect, test } from "vitest";
import { openReferrer } from "../../tests/open-referrer.ts";
import { recordClick } from "../../tests/record-click.ts";
import type { ConversionWord } from "./conversion-word.ts";
import { listDisputes } from "./list-disputes.ts";
import { openDispute } from "./open-dispute.ts";
import { readMe } from "./read-me.ts";
import { settleDispute } from "./settle-dispute.ts";

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
    customer: { id: facts.orderId, email: null, existing: null },
    ...facts,
  });
}

const dispute = (about: string | null, message = "This is wrong.") =>
  openDispute(open.work, { memberId: hanako.id, about, message });

const me = () => readMe(open.work, { memberId: hanako.id });

const listed = async (state?: "open") =>
  (await listDisputes(open.work, { siteId: open.siteId, state })).items;

test("a member disputes a reward, the shop has the case, and the member reads the answer", async () => {
  const { work, siteId, clock } = open;
  const sale = await record({ orderId: "A1", code: hanako.code });
  const { rewards } = await me();
  const { dispute: opened } = await dispute(rewards[0]?.id ?? "");
  expect((await me()).disputes).toEqual([opened]);

  const [cased] = await listed("open");
  expect(cased).toMatchObject({
    ...opened,
    member: hanako.id,
    evidence: { conversions: [{ id: sale.id, verdict: { held: false } }] },
  });

  clock.now += dayMs;
  const answer = {
    siteId,
    dispute: opened.id,
    decision: "declined" as const,
    message: "The return period is still running.",
    by: "owner",
  };
  const settled = await settleDispute(work, answer);
  expect((await me()).disputes).toEqual([
    {
      ...opened,
      state: "declined",
      answer: answer.message,
      answeredAt: clock.now,
    },
  ]);
  expect(await settleDispute(work, answer)).toEqual(settled);
  await expect(
    settleDispute(work, { ...answer, decision: "upheld" }),
  ).rejects.toMatchObject({ code: "state_conflict" });
  expect(await listed("open")).toEqual([]);
});

test("both the opening and the answer are in the audit log, and the words are not readable in the database", async () => {
  const { work, siteId } = open;
  const { dispute: opened } = await dispute(
    null,
    "My friend Saburo is missing",
  );
  await settleDispute(work, {
    siteId,
    dispute: opened.id,
    decision: "upheld",
    message: "You are right about Saburo",
    by: "owner",
  });
  const audit = await work.db.selectFrom("audit").selectAll().execute();
  expect(audit).toMatchObject([
    {
      actor: `member ${hanako.id}`,
      action: "open_dispute",
      subject: opened.id,
    },
    { actor: "owner", action: "dispute_upheld", subject: opened.id },
  ]);
  const rows = await work.db.selectFrom("disputes").selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain("Saburo");
});

test("the evidence of a missing friend: what came and did not count, who clicked, and what matched nobody", async () => {
  const { clock } = open;
  await recordClick(open, { code: hanako.code, visitor, channel: "line" });
  clock.now += 31 * dayMs;
  const late = await record({ orderId: "late", visitor });
  const wrong = hanako.code.endsWith("2") ? "3" : "2";
  const mistyped = await record({
    orderId: "mistyped",
    code: hanako.code.slice(0, 7) + wrong,
  });
  await record({ orderId: "stranger" });
  await dispute(null);
  const [cased] = await listed();
  expect(cased?.evidence).toMatchObject({
    conversions: [{ id: late.id, because: "window_closed" }],
    clicks: [{ code: hanako.code, channel: "line", visitor }],
  });
  expect(cased?.evidence.unmatched.map(({ id }) => id).toSorted()).toEqual(
    [late.id, mistyped.id].toSorted(),
  );
});

test("a friend who does not count can be disputed, by the member whose code it was alone", async () => {
  const jiro = await open.member("jiro");
  await record({
    orderId: "own",
    code: jiro.code,
    customer: { id: "jiro", email: null, existing: null },
  });
  const theirs = await readMe(open.work, { memberId: jiro.id });
  const about = theirs.friends[0]?.id ?? "";
  await expect(dispute(about)).rejects.toMatchObject({
    code: "invalid_field",
    errors: [{ path: "about" }],
  });
  const { created } = await openDispute(open.work, {
    memberId: jiro.id,
    about,
    message: "It was my mother.",
  });
  expect(created).toBe(true);
});

test.each(["rwd_nothing", "ref_nothing", "cnv_nothing", "anything"])(
  "nothing that is not theirs can be disputed: %s",
  async (about) => {
    await expect(dispute(about)).rejects.toMatchObject({
      code: "invalid_field",
    });
  },
);

test("the same dispute twice is one, and ten a day are enough", async () => {
  const first = await dispute(null, "0");
  expect(await dispute(null, "0")).toEqual({ ...first, created: false });
  for (let n = 1; n < 10; n++) await dispute(null, `${n}`);
  await expect(dispute(null, "10")).rejects.toMatchObject({
    code: "rate_limited",
  });
  expect(await dispute(null, "0")).toMatchObject({ created: false });
  open.clock.now += dayMs;
  expect(await dispute(null, "10")).toMatchObject({ created: true });
});
