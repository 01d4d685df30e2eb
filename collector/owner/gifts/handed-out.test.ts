import { afterEach, beforeEach, expect, test } from "vitest";
import { openOwner } from "../../../tests/open-owner.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
let member: { id: string; code: string };
beforeEach(async () => {
  owner = await openOwner();
  member = await owner.member("hanako");
  const { body: pool } = await owner.asServer("POST", "/v1/gift-pools", {
    name: "Spring",
    programId: "default",
    on: "lead",
    to: "referrer",
    valueMinor: 300,
    currency: "JPY",
  });
  await owner.asServer("POST", `/v1/gift-pools/${pool.id}/codes`, {
    codes: ["A-1"],
  });
  for (const [friend, type] of [
    ["taro", "lead"],
    ["jiro", "sale"],
  ])
    await owner.asServer("POST", "/v1/conversions", {
      type,
      orderId: `${friend}-1`,
      ...(type === "sale" && { amountMinor: 100_000, currency: "JPY" }),
      code: member.code,
      customer: { id: friend, existing: false },
    });
});
afterEach(() => owner.close());

const gifts = "/owner/rewards?lang=en&state=confirmed&member=";

test("of a gift whose code was handed out the list says so, and offers no payment", async () => {
  const list = await owner.get(`${gifts}${member.id}`);
  expect(list).toMatch(/its code was handed out on \d+ \w+ \d{4}/);
  expect(list).not.toMatch(/action="[^"]*\/payment"/);
  expect(list).toContain("may have been used");
});

test("marking all that match as paid leaves out gifts whose code was handed out", async () => {
  const all = `/owner/rewards/bulk?lang=en&all=pay&state=confirmed&member=${member.id}`;
  expect(await owner.get(all)).toContain("Nothing of what was chosen");
});

test("confirming a gift without a code left says that it goes on waiting, alone and among many", async () => {
  await owner.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId: "saburo-1",
    code: member.code,
    customer: { id: "saburo", existing: false },
  });
  const { body } = await owner.asServer(
    "GET",
    `/v1/rewards?state=pending&member=${member.id}`,
  );
  const [gift] = body.items.filter(
    ({ kind }: { kind: string }) => kind === "gift",
  );
  await owner.send(`/owner/rewards/${gift.id}/confirmation`);
  const told = await owner.get("/owner/rewards?lang=en");
  expect(told).toContain("it goes on waiting");
  expect(told).not.toContain("The reward is confirmed.");
  const { location } = await owner.send("/owner/rewards/bulk", [
    ["act", "confirm"],
    ["id", gift.id],
  ]);
  expect(await owner.get(location ?? "")).toContain("1 could not be done");
});

test("a gift whose code was handed out is nothing that a member is still owed", async () => {
  const page = await owner.get(`/owner/members/${member.id}?lang=en`);
  expect(page).toMatch(/Given as gift codes<\/dt><dd><strong[^>]*>¥300</);
  expect(page).not.toContain("<dt>Confirmed</dt>");
  const { html } = await owner.send(`/owner/members/${member.id}/erasure`);
  expect(html).toMatch(/Not paid yet<\/dt><dd><strong[^>]*>¥1,200</);
});
