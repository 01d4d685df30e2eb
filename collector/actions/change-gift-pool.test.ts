import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import * as answers from "../http/schemas/gifts.ts";

let open: Awaited<ReturnType<typeof openApp>>;
let code: string;
let id: string;
beforeEach(async () => {
  open = await openApp();
  code = (await open.member()).code;
  id = (await newPool()).id;
});
afterEach(() => open.close());

const dayMs = 24 * 3_600_000;
const facts = {
  name: "300 yen",
  programId: "default",
  on: "lead",
  to: "referrer",
  valueMinor: 300,
  currency: "JPY",
  lowBelow: 2,
};

async function newPool() {
  const { body } = await open.asServer("POST", "/v1/gift-pools", facts);
  return answers.giftPoolAnswer.parse(body);
}
const upload = (codes: string[], expiresAt: number | null = null) =>
  open.asServer("POST", `/v1/gift-pools/${id}/codes`, { codes, expiresAt });
const act = (what: string, body: object) =>
  open.asServer("POST", `/v1/gift-pools/${id}/${what}`, body);
async function details() {
  const { body } = await open.asServer("GET", `/v1/gift-pools/${id}`);
  return answers.giftPoolDetails.parse(body);
}
async function lead(friend: string) {
  const { body } = await open.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId: `L-${friend}`,
    code,
    customer: { id: friend },
    occurredAt: open.clock.now,
  });
  const [reward] = body.rewards;
  return { state: reward.state, because: reward.because };
}
async function handedOut(): Promise<string[]> {
  const rows = await open.work.db
    .selectFrom("gift_codes")
    .select("code")
    .where("reward_id", "is not", null)
    .orderBy("handed_out_at")
    .orderBy("reward_id")
    .execute();
  return rows.map((row) => open.work.vault.decrypt(row.code));
}
const given = { state: "confirmed", because: null };
const waits = { state: "pending", because: "no_gift_code" };

test("the code that expires first is handed out first, and an expired one never", async () => {
  const soon = open.clock.now + dayMs;
  await upload(["EVER-1"]);
  await upload(["LATE-1", "LATE-2"], soon + dayMs);
  await upload(["SOON-1", "SOON-2"], soon);
  expect(await lead("a")).toEqual(given);
  expect(await details()).toMatchObject({
    left: 4,
    expired: 0,
    expiries: [
      { expiresAt: soon, codes: 1 },
      { expiresAt: soon + dayMs, codes: 2 },
      { expiresAt: null, codes: 1 },
    ],
  });
  open.clock.now = soon;
  expect(await details()).toMatchObject({ left: 3, expired: 1, handedOut: 1 });
  for (const friend of ["b", "c", "d"])
    expect(await lead(friend)).toEqual(given);
  expect(await lead("e")).toEqual(waits);
  expect((await handedOut()).sort()).toEqual([
    "EVER-1",
    "LATE-1",
    "LATE-2",
    "SOON-1",
  ]);
  expect(await details()).toMatchObject({ left: 0, low: true, waiting: 1 });
});

test("codes that have expired settle nobody who waits, and come back with a later date", async () => {
  const soon = open.clock.now + 1_000;
  await upload(["A-1", "A-2"], soon);
  open.clock.now = soon;
  expect(await lead("a")).toEqual(waits);
  expect((await upload(["A-1"])).body).toMatchObject({
    added: 0,
    duplicates: [1],
    settled: 0,
  });
  const moved = await act("expiry", { expiresAt: soon, becomes: null });
  expect(answers.giftExpiryAnswer.parse(moved.body)).toMatchObject({
    moved: 2,
    settled: 1,
    pool: { left: 1, expired: 0, waiting: 0 },
  });
});

test("codes that are useless from the start are refused", async () => {
  const { status, body } = await upload(["A-1"], open.clock.now);
  expect([status, body.errors[0].path]).toEqual([400, "expiresAt"]);
  expect(await details()).toMatchObject({ left: 0 });
});

test("a CSV takes its expiry in the query", async () => {
  const expiresAt = open.clock.now + dayMs;
  await open.call(
    "POST",
    `/v1/gift-pools/${id}/codes?expiresAt=${expiresAt}`,
    "code\nA-1\n",
    { Authorization: "Bearer sk_test", "Content-Type": "text/csv" },
  );
  expect((await details()).expiries).toEqual([{ expiresAt, codes: 1 }]);
});

test("withdrawn codes stay as rows, and the pool takes others", async () => {
  await upload(["A-1", "A-2", "A-3"]);
  await lead("a");
  const { body } = await act("withdrawal", { reason: "leaked" });
  expect(answers.giftWithdrawalAnswer.parse(body)).toMatchObject({
    withdrawn: 2,
    pool: { left: 0, withdrawn: 2, handedOut: 1, retiredAt: null },
  });
  expect(await lead("b")).toEqual(waits);
  expect((await upload(["A-2", "B-1"])).body).toMatchObject({
    added: 1,
    duplicates: [1],
    settled: 1,
  });
});

test("a retired pool gives nothing more, and takes nothing", async () => {
  await upload(["A-1", "A-2"]);
  const { body } = await act("retirement", { reason: "the campaign is over" });
  expect(answers.giftWithdrawalAnswer.parse(body)).toMatchObject({
    withdrawn: 2,
    pool: { left: 0, low: false, retiredAt: open.clock.now },
  });
  expect((await act("retirement", { reason: "again" })).body.withdrawn).toBe(0);
  expect((await upload(["B-1"])).status).toBe(409);
  expect(await lead("a")).toEqual(given);
  expect(await handedOut()).toEqual([]);
  const { body: audit } = await open.asServer("GET", "/v1/audit");
  expect(JSON.stringify(audit)).toContain("2 codes: the campaign is over");
});

test("what waits goes on waiting when its pool is retired, until another has codes", async () => {
  expect(await lead("a")).toEqual(waits);
  await act("retirement", { reason: "moved" });
  expect((await details()).waiting).toBe(0);
  id = (await newPool()).id;
  expect((await details()).waiting).toBe(1);
  expect((await upload(["B-1"])).body.settled).toBe(1);
});

test("name, address and low mark change; null is not the same as absent", async () => {
  const patch = (body: object) =>
    open.asServer("PATCH", `/v1/gift-pools/${id}`, body);
  const url = "https://gift.example/use";
  expect((await patch({ name: "Spring", url })).body).toMatchObject({
    name: "Spring",
    url,
    lowBelow: 2,
  });
  expect((await patch({ lowBelow: 0 })).body).toMatchObject({
    url,
    low: false,
  });
  expect((await patch({ url: null })).body.url).toBeNull();
  expect((await patch({ valueMinor: 1 })).status).toBe(400);
});
