import { afterEach, beforeEach, expect, test } from "vitest";
import { openOwner } from "../../tests/open-owner.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
beforeEach(async () => {
  owner = await openOwner();
});
afterEach(() => owner.close());

async function hanakoWithSale() {
  const hanako = await owner.member("hanako", {
    name: "山田 花子",
    email: "hanako@example.com",
  });
  await owner.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "S-1",
    amountMinor: 100_000,
    currency: "JPY",
    customer: { id: "taro" },
    code: hanako.code,
    occurredAt: owner.clock.now,
  });
  return hanako;
}

test("the owner sees by name whom a reward is for", async () => {
  const hanako = await hanakoWithSale();
  const page = await owner.get("/owner/rewards?lang=en");
  expect(page).toMatch(
    new RegExp(`<a href="/owner/members/${hanako.id}">\\s*山田 花子`),
  );
  expect(page).toContain("<small>hanako</small>");
});

test("a member's page tells who they are, whom they brought, and what it earned", async () => {
  const hanako = await hanakoWithSale();
  const page = await owner.get(`/owner/members/${hanako.id}?lang=en`);
  for (const text of ["山田 花子", "hanako@example.com", hanako.code, "¥1,200"])
    expect(page).toContain(text);
  expect(page).toContain("sale");
  expect(await owner.get("/owner/members/hanako")).toContain("山田 花子");
  expect((await owner.request("/owner/members/nobody")).status).toBe(404);
});

test("a member is suspended with a reason, found by the filter, and let back in", async () => {
  const hanako = await owner.member("hanako");
  await owner.member("jiro");
  const path = `/owner/members/${hanako.id}`;
  await owner.send(`${path}/suspension`);
  expect(await owner.get(`${path}?lang=en`)).toContain("Say why");
  await owner.send(`${path}/suspension`, [["reason", "the same address"]]);
  const page = await owner.get(path);
  expect(page).toContain("The member is suspended.");
  expect(page).toMatch(/Suspended because:\s*the same address/);
  expect(page).toMatch(/Suspended\s*: the same address/);
  const suspended = await owner.get("/owner/members?state=suspended");
  expect(suspended).toContain(hanako.code);
  expect(suspended).not.toContain("jiro");
  await owner.send(`${path}/lifting`);
  expect(await owner.get(path)).toContain("The suspension is lifted.");
  expect(await owner.get("/owner/members?state=suspended")).toContain(
    "Nobody found.",
  );
});
