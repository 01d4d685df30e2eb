import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
});
afterEach(() => open.close());

async function warned(order: object) {
  const { status, body } = await open.asServer("POST", "/v1/conversions", {
    orderId: "A-1",
    ...order,
  });
  expect(status).toBe(201);
  return body.warnings.map(({ code }: { code: string }) => code);
}

test("a stage that no step pays on is recorded, with a warning", async () => {
  expect(await warned({ type: "contarct" })).toEqual(["unknown_stage"]);
});

test("a stage with a step, a lead and a sale are not wondered about", async () => {
  const { body } = await open.asServer("GET", "/v1/programs");
  const [program] = body.items;
  const [lead] = program.steps;
  await open.asServer("PUT", "/v1/programs/default", {
    ...program,
    steps: [{ ...lead, on: "contract" }],
  });
  const money = { amountMinor: 5_000, currency: "JPY" };
  expect(await warned({ type: "contract" })).toEqual([]);
  expect(await warned({ type: "lead" })).toEqual([]);
  expect(await warned({ type: "sale", ...money })).toEqual([]);
});

test("a gross profit above the amount is recorded, with a warning", async () => {
  const sale = { type: "sale", amountMinor: 5_000, currency: "JPY" };
  expect(await warned({ ...sale, grossProfitMinor: 5_001 })).toEqual([
    "gross_above_amount",
  ]);
  expect(
    await warned({ ...sale, orderId: "A-2", grossProfitMinor: 5_000 }),
  ).toEqual([]);
});
