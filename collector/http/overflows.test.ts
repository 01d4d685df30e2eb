import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import { readCsv } from "../domain/csv.ts";
import { conversionAnswer } from "./schemas/conversions.ts";
import { overflowsAnswer } from "./schemas/overflows.ts";
import { personExport } from "./schemas/person-data.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
  const { body } = await open.asServer("GET", "/v1/programs");
  const [program] = body.items;
  program.steps[1].overflow = {
    kind: "raffle",
    prize: '=HYPERLINK("x")',
    valueMinor: 30_000,
  };
  await open.asServer("PUT", "/v1/programs/default", program);
  open.clock.now += 1;
});
afterEach(() => open.close());

async function sold() {
  const { code } = await open.member("hanako", {
    name: "+花子",
    email: "hanako@example.com",
  });
  return open.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "A-1",
    amountMinor: 3_000_000,
    currency: "JPY",
    customer: { id: "taro" },
    code,
    occurredAt: open.clock.now,
  });
}

const shown = {
  kind: "raffle",
  name: '=HYPERLINK("x")',
  valueMinor: 30_000,
};

test("a conversion's answer and the list of rewards say what is above the cap", async () => {
  const { body } = await sold();
  const { rewards } = conversionAnswer.parse(body);
  expect(rewards.map(({ overflow }) => overflow)).toEqual([shown, shown]);
  const listed = await open.asServer("GET", "/v1/rewards");
  expect(listed.body.items[0].overflow).toEqual(shown);
});

test("everything that is to be drawn is listed, by kind and state", async () => {
  await sold();
  const all = await open.asServer("GET", "/v1/overflows");
  const { items } = overflowsAnswer.parse(all.body);
  expect(items).toHaveLength(2);
  expect(items.find(({ to }) => to === "referrer")).toMatchObject({
    ...shown,
    aboveMinor: 16_000,
    state: "pending",
    on: "sale",
    program: "default",
    for: { externalId: "hanako", name: "+花子", email: "hanako@example.com" },
  });
  const count = async (query: string) =>
    (await open.asServer("GET", `/v1/overflows?${query}`)).body.items?.length;
  expect(await count("kind=raffle&state=pending")).toBe(2);
  expect(await count("kind=perk")).toBe(0);
  expect(await count("state=void")).toBe(0);
  const first = await open.asServer("GET", "/v1/overflows?limit=1");
  expect(await count(`limit=1&cursor=${first.body.next}`)).toBe(1);
  const wrong = await open.asServer("GET", "/v1/overflows?kind=none");
  expect(wrong.status).toBe(400);
});

test("the table is safe to open, whatever prizes and people are called", async () => {
  await sold();
  const { status, headers, text } = await open.asServer(
    "GET",
    "/v1/overflows.csv?kind=raffle",
  );
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(headers.get("cache-control")).toBe("no-store");
  const [header, ...lines] = readCsv(text).map(({ cells }) => cells);
  const rows = lines.map((cells) =>
    Object.fromEntries(cells.map((cell, n) => [header?.[n], cell])),
  );
  expect(rows).toHaveLength(2);
  expect(rows.find(({ to }) => to === "referrer")).toMatchObject({
    name: `'=HYPERLINK("x")`,
    payeeName: "'+花子",
    valueMinor: "30000",
    givenAt: new Date(open.clock.now).toISOString(),
    takenBackAt: "",
  });
  const other = await open.asServer("GET", "/v1/overflows.csv?cursor=rwd_1");
  expect(other.status).toBe(400);
});

test("the person's own data has it", async () => {
  await sold();
  const { body } = await open.asServer("GET", "/v1/members/hanako/export");
  const { rewards } = personExport.parse(body);
  expect(rewards[0]?.overflow).toEqual({
    ...shown,
    aboveMinor: 16_000,
    givenAt: open.clock.now,
    takenBackAt: null,
  });
});
