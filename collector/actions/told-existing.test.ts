import { beforeEach, expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { readPayout } from "./answer-payout.ts";
import { confirmReward, payReward } from "./change-reward.ts";
import { createPayout } from "./create-payout.ts";
import { listPrograms } from "./list-programs.ts";
import { putMember } from "./put-member.ts";
import { putProgram } from "./put-program.ts";
import { recordConversion } from "./record-conversion.ts";

let open: Awaited<ReturnType<typeof openWork>>;
let code: string;

beforeEach(async () => {
  open = await openWork();
  const { work, siteId } = open;
  const hanako = await putMember(work, { siteId, externalId: "hanako" });
  code = hanako.member.code;
  return () => open.close();
});

async function record(existing: true | null, orderId = "A1") {
  const { work, siteId, clock } = open;
  const { conversion } = await recordConversion(work, {
    siteId,
    word: word({
      orderId,
      code,
      occurredAt: clock.now,
      customer: { id: "taro", email: null, existing },
    }),
  });
  return conversion;
}

/** The referrer's and the friend's reward of an order that did not say whether its customer is new. */
async function promised(): Promise<[string, string]> {
  const { rewards } = await record(null);
  const [mine, theirs] = rewards;
  if (!mine || !theirs) throw new Error("Expected two rewards.");
  return [mine.id, theirs.id];
}

const change = (reward: string) => ({
  siteId: open.siteId,
  reward,
  by: "test",
});
const states = () =>
  open.work.db
    .selectFrom("rewards")
    .select(["side", "state", "because", "amount_minor"])
    .orderBy("id")
    .execute();

const gone = { state: "void", because: "existing_customer", amount_minor: 0 };

test("a customer who turns out not to be new takes back what is confirmed", async () => {
  const [mine] = await promised();
  await confirmReward(open.work, change(mine));
  expect(await record(true)).toMatchObject({
    attributed: null,
    because: "existing_customer",
    rewards: [],
  });
  expect(await states()).toMatchObject([gone, gone]);
});

test("and what is in an open payout run, which it leaves", async () => {
  const { work, siteId } = open;
  const [mine, theirs] = await promised();
  await confirmReward(work, change(mine));
  await confirmReward(work, change(theirs));
  const { payout } = await createPayout(work, {
    siteId,
    by: "test",
    runId: "r1",
    currency: "JPY",
    minimumMinor: 0,
    kinds: null,
  });
  expect(payout.totalMinor).toBeGreaterThan(0);
  await record(true);
  expect(await states()).toMatchObject([gone, gone]);
  const after = await readPayout(work, { siteId, payout: payout.id });
  expect(after.totalMinor).toBe(0);
});

test("what is paid stays, with a warning each time, and the other side is taken back", async () => {
  const [mine, theirs] = await promised();
  await confirmReward(open.work, change(mine));
  await payReward(open.work, change(mine));
  await confirmReward(open.work, change(theirs));
  const told = await record(true);
  expect(told).toMatchObject({
    attributed: { by: "code" },
    because: "existing_customer",
    warnings: [{ code: "already_paid" }],
    rewards: [
      { id: mine, state: "paid", amountMinor: 1200, compensationMinor: 0 },
      { id: theirs, state: "void", because: "existing_customer" },
    ],
  });
  expect(await record(true)).toEqual(told);
});

test("where other orders rest on the tie, it stays, and this order earns nothing", async () => {
  await promised();
  await record(null, "A2");
  expect(await record(true)).toMatchObject({
    attributed: { by: "code" },
    because: "existing_customer",
    warnings: [],
    rewards: [{ state: "void" }, { state: "void" }],
  });
});

test("rules that pay for earlier customers too are not moved by it", async () => {
  const { work, siteId } = open;
  const [program] = await listPrograms(work, { siteId });
  if (!program) throw new Error("Expected a programme.");
  const attribution = { ...program.attribution, newCustomersOnly: false };
  await putProgram(work, {
    siteId,
    program: { ...program, attribution },
    by: "test",
  });
  const [mine, theirs] = await promised();
  await confirmReward(work, change(mine));
  await payReward(work, change(mine));
  expect(await record(true)).toMatchObject({
    because: null,
    warnings: [],
    rewards: [
      { id: mine, state: "paid" },
      { id: theirs, state: "pending", because: "hold_period" },
    ],
  });
});
