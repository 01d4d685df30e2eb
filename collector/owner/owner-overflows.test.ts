import { afterEach, beforeEach, expect, test } from "vitest";
import { openOwner } from "../../tests/open-owner.ts";

let open: Awaited<ReturnType<typeof openOwner>>;
beforeEach(async () => {
  open = await openOwner();
});
afterEach(() => open.close());

test("without a raffle entry or perk nothing is said of them", async () => {
  expect(await open.get("/owner/rewards?lang=en")).not.toContain(".csv");
});

test("a reward's row says what is above its cap, and all of it is one file", async () => {
  const { body } = await open.asServer("GET", "/v1/programs");
  const [program] = body.items;
  program.steps[1].overflow = {
    kind: "perk",
    name: "=Training <day>",
    valueMinor: 16_000,
  };
  await open.asServer("PUT", "/v1/programs/default", program);
  open.clock.now += 1;
  const { code } = await open.member("hanako");
  await open.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "A-1",
    amountMinor: 3_000_000,
    currency: "JPY",
    customer: { id: "taro" },
    code,
    occurredAt: open.clock.now,
  });
  const page = await open.get("/owner/rewards?lang=en");
  expect(page).toContain("With “=Training &lt;day&gt;” (¥16,000)");
  expect(page).toContain('href="/owner/rewards/overflows.csv"');
  expect(await open.get("/owner/rewards?lang=ja")).toContain(
    "優待「=Training &lt;day&gt;」",
  );
  const file = await open.request("/owner/rewards/overflows.csv");
  expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const lines = (await file.text()).trim().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(`"'=Training <day>"`);
});
