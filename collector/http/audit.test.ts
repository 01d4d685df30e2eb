import { expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import { listOf } from "./schemas/answer-fields.ts";
import { auditAnswer } from "./schemas/audit.ts";

test("the audit log is the shop's to read, page by page", async () => {
  const open = await openApp();
  const { code } = await open.member();
  await open.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "S1",
    amountMinor: 100_000,
    currency: "JPY",
    code,
    customer: { id: "taro" },
  });
  const first = await open.asServer("GET", "/v1/audit?limit=1");
  const page = listOf(auditAnswer).parse(first.body);
  expect(page.items).toMatchObject([
    { actor: "collector", action: "accrue_reward", currency: "JPY" },
  ]);
  const { body } = await open.asServer("GET", `/v1/audit?cursor=${page.next}`);
  expect(body).toMatchObject({
    items: [{ action: "accrue_reward" }],
    next: null,
  });
  expect((await open.asServer("GET", "/v1/audit?subject=mem_x")).body).toEqual({
    items: [],
    next: null,
  });
  await open.asServer("POST", "/v1/members/hanako/suspension", {
    reason: "a test",
  });
  const by = async (query: string) =>
    (await open.asServer("GET", `/v1/audit?${query}`)).body.items.length;
  expect(await by("actor=api&action=suspend_member")).toBe(1);
  expect(await by("actor=owner")).toBe(0);
  expect(await by("action=accrue_reward")).toBe(2);
  expect((await open.call("GET", "/v1/audit")).status).toBe(401);
  await open.close();
});
