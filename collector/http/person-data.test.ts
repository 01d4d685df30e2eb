import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp, shopOrigin } from "../../tests/open-app.ts";
import { personExport } from "./schemas/person-data.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
});
afterEach(() => open.close());

const path = "/v1/members/customer%2F1";

test("a person's data is handed over, erased, and both can be traced", async () => {
  const { id, code } = await open.member("customer%2F1", {
    email: "hanako@example.com",
    name: "花子",
  });
  for (const [type, orderId] of [
    ["lead", "L-1"],
    ["sale", "A-1"],
  ])
    await open.asServer("POST", "/v1/conversions", {
      type,
      orderId,
      ...(type === "sale" ? { amountMinor: 100_000, currency: "JPY" } : {}),
      customer: { id: "taro", email: "taro@example.com" },
      code,
    });
  const before = await open.asServer("GET", "/v1/reports/funnel");

  const data = await open.asServer("GET", `${path}/export`);
  expect(data.headers.get("cache-control")).toBe("no-store");
  expect(personExport.parse(data.body)).toMatchObject({
    member: { id, externalId: "customer/1", email: "hanako@example.com" },
    rewards: [{ on: "lead" }, { on: "sale" }],
  });
  personExport.parse(
    (await open.asServer("GET", "/v1/members/taro/export")).body,
  );

  expect((await open.asServer("DELETE", path)).status).toBe(204);
  expect((await open.asServer("DELETE", path)).status).toBe(404);
  expect((await open.asServer("GET", `${path}/export`)).status).toBe(404);
  const after = await open.asServer("GET", "/v1/reports/funnel");
  expect({ ...after.body, to: 0 }).toEqual({ ...before.body, to: 0 });
  const checked = await open.asPage("POST", "/v1/codes/check", {
    site: "pk_test",
    code,
  });
  expect(checked.body.valid).toBe(false);
  const landed = await open.app.request(`/r/${code}`, { redirect: "manual" });
  expect(landed.headers.get("location")).toContain(shopOrigin);

  const audit = await open.work.db.selectFrom("audit").selectAll().execute();
  expect(audit.map(({ action, subject }) => [action, subject])).toEqual([
    ["export_person", id],
    ["export_person", expect.stringMatching(/^frd_/)],
    ["erase_person", id],
  ]);
  expect(JSON.stringify(audit)).not.toContain("customer/1");
});
