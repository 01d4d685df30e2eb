import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import type { Program } from "../domain/program.ts";
import * as answers from "../http/schemas/gifts.ts";

let open: Awaited<ReturnType<typeof openApp>>;
let code: string;
beforeEach(async () => {
  open = await openApp();
  code = (await open.member()).code;
});
afterEach(() => open.close());

const dayMs = 24 * 3_600_000;

async function publish(change: (program: Program) => Program) {
  const { body } = await open.asServer("GET", "/v1/programs");
  const answer = await open.asServer(
    "PUT",
    "/v1/programs/default",
    change(body.items[0]),
  );
  expect(answer.status).toBe(200);
  open.clock.now += 1_000;
  return answer.body.warnings as { code: string; message: string }[];
}
const gift = (fixedMinor: number) => ({ kind: "gift" as const, fixedMinor });
const givingLeads = (fixedMinor: number) => (program: Program) => ({
  ...program,
  steps: program.steps.map((step) =>
    step.on === "lead"
      ? { ...step, referrer: gift(fixedMinor), friend: gift(fixedMinor) }
      : step,
  ),
});
const newPool = (valueMinor: number, to: string | null = null) =>
  open.asServer("POST", "/v1/gift-pools", {
    name: `${valueMinor} yen`,
    programId: "default",
    on: "lead",
    to,
    valueMinor,
    currency: "JPY",
  });
async function lead(friend: string, occurredAt = open.clock.now) {
  const { body } = await open.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId: `L-${friend}`,
    code,
    customer: { id: friend },
    occurredAt,
  });
  return body.rewards.map(
    (reward: { amountMinor: number; because: string | null }) => [
      reward.amountMinor,
      reward.because,
    ],
  );
}
async function unserved() {
  const { body } = await open.asServer("GET", "/v1/gift-pools");
  return answers.giftPoolsAnswer
    .parse(body)
    .unserved.map(({ to, amountMinor, waiting }) => [to, amountMinor, waiting]);
}
/** Codes into a new pool; answers how many rewards that settled. */
async function serve(valueMinor: number): Promise<number> {
  const { body, status } = await newPool(valueMinor);
  expect(status).toBe(201);
  const codes = [1, 2, 3].map((n) => `CODE-${valueMinor}-${n}`);
  const path = `/v1/gift-pools/${body.id}/codes`;
  return (await open.asServer("POST", path, { codes })).body.settled;
}
const missing = (warnings: { code: string; message: string }[]) =>
  warnings.filter(({ code }) => code === "gift_pool_missing");

test("what an earlier version promised is still served, by a pool opened now", async () => {
  const before = open.clock.now;
  open.clock.now += dayMs;
  await publish(givingLeads(500));
  expect((await newPool(500)).status).toBe(201);
  expect(await unserved()).toEqual([]);
  expect(await lead("taro", before)).toEqual([
    [300, "no_gift_code"],
    [300, "no_gift_code"],
  ]);
  expect(await unserved()).toEqual([
    ["referrer", 300, 1],
    ["friend", 300, 1],
  ]);
  expect(await serve(300)).toBe(2);
  expect(await unserved()).toEqual([]);
});

test("a gift that the law cuts is served by codes of what is left", async () => {
  expect((await newPool(300)).status).toBe(201);
  const warnings = await publish((program) => ({
    ...program,
    legal: { ...program.legal, lowestSaleMinor: 500, action: "cap" },
  }));
  expect(missing(warnings)[0]?.message).toContain("a gift of 200");
  expect(await lead("taro")).toEqual([
    [300, "no_gift_code"],
    [200, "no_gift_code"],
  ]);
  expect((await newPool(250)).body.errors[0].path).toBe("valueMinor");
  expect(await serve(200)).toBe(1);
});

test("a boost that no pool fits is warned of, unless its touches count no more", async () => {
  await newPool(300);
  const boost = (from: number, to: number) => (program: Program) => ({
    ...program,
    boosts: [{ from, to, on: "lead", referrer: gift(600) }],
  });
  const { now } = open.clock;
  expect(missing(await publish(boost(now - 1, now + dayMs)))).toEqual([
    expect.objectContaining({ code: "gift_pool_missing" }),
  ]);
  expect(await lead("taro")).toContainEqual([600, "no_gift_code"]);
  expect(await unserved()).toEqual([["referrer", 600, 1]]);
  expect(await serve(600)).toBe(1);
  expect(missing(await publish(boost(0, now - 40 * dayMs)))).toEqual([]);
});

test("a step without a pool needs none of any worth", async () => {
  expect(missing(await publish(givingLeads(500)))).toEqual([]);
  expect(await lead("taro")).toEqual([
    [500, null],
    [500, null],
  ]);
  expect(await unserved()).toEqual([]);
});
