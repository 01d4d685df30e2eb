import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp, shopOrigin } from "../../tests/open-app.ts";
import * as answers from "./schemas/gifts.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
});
afterEach(() => open.close());

const pool = {
  name: "300 yen, spring",
  programId: "default",
  on: "lead",
  valueMinor: 300,
  currency: "JPY",
  url: "https://gift.example/use",
};

async function newPool(): Promise<string> {
  const { status, body } = await open.asServer("POST", "/v1/gift-pools", pool);
  expect(status).toBe(201);
  return answers.giftPoolAnswer.parse(body).id;
}
const csv = (id: string, text: string) =>
  open.call("POST", `/v1/gift-pools/${id}/codes`, text, {
    Authorization: "Bearer sk_test",
    "Content-Type": "text/csv; charset=utf-8",
  });

test("codes come as JSON or CSV, and a repeated upload adds nothing", async () => {
  const id = await newPool();
  const json = await open.asServer("POST", `/v1/gift-pools/${id}/codes`, {
    codes: ["JSON-1", " JSON-2 ", "JSON-1"],
  });
  expect(answers.giftCodesAnswer.parse(json.body)).toMatchObject({
    added: 2,
    duplicates: [3],
    pool: { left: 2, handedOut: 0, low: true },
  });
  const text = '\uFEFFvalue,"code"\r\n300,CSV-1\r\n\r\n300,JSON-2\r\n';
  expect((await csv(id, text)).body).toMatchObject({
    added: 1,
    duplicates: [4],
  });
  expect((await csv(id, text)).body).toMatchObject({
    added: 0,
    duplicates: [2, 4],
  });
  const list = await open.asServer("GET", "/v1/gift-pools");
  expect(answers.giftPoolsAnswer.parse(list.body).items).toMatchObject([
    { id, left: 3, lowBelow: 20, to: null },
  ]);
});

test("every line that is wrong is named, and then nothing is stored", async () => {
  const id = await newPool();
  const { status, body } = await csv(id, 'GOOD-1\nA,B\n"two\nlines"\nX;Y\n');
  expect([status, body.code]).toEqual([400, "invalid_field"]);
  expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
    "line 2",
    "line 3",
    "line 5",
  ]);
  const json = await open.asServer("POST", `/v1/gift-pools/${id}/codes`, {
    codes: ["GOOD-1", "", 7],
  });
  expect(json.body.errors.map(({ path }: { path: string }) => path)).toEqual([
    "codes[1]",
    "codes[2]",
  ]);
  const list = await open.asServer("GET", "/v1/gift-pools");
  expect(list.body.items[0].left).toBe(0);
});

test("an upload of nothing, of too much, or to nowhere is refused", async () => {
  const id = await newPool();
  expect((await csv(id, "code\n")).status).toBe(400);
  const many = Array.from({ length: 5_001 }, (_, n) => `C-${n}`).join("\n");
  expect((await csv(id, many)).status).toBe(400);
  expect((await csv(id, "A".repeat(600_000))).status).toBe(413);
  expect((await csv("gfp_none", "A-1")).status).toBe(404);
  const wrong = await open.asServer("POST", "/v1/gift-pools", {
    ...pool,
    to: "both",
    lowBelow: -1,
  });
  expect(wrong.body.errors.map(({ path }: { path: string }) => path)).toEqual([
    "to",
    "lowBelow",
  ]);
});

test("the member who earned it sees the code on their own page, and no log does", async () => {
  const id = await newPool();
  await csv(id, "WONDER-1\nWONDER-2\n");
  const joined = await open.asPage("POST", "/v1/members", {
    site: "pk_test",
    acceptedTerms: true,
    joinKey: "a secret of this device",
  });
  const lead = await open.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId: "L-1",
    customer: { id: "taro" },
    code: joined.body.member.code,
  });
  expect(lead.text).not.toContain("WONDER");
  expect(lead.body.rewards[0].gift).toMatchObject({ pool: id });
  const me = await open.call("GET", "/v1/me", undefined, {
    Origin: shopOrigin,
    Authorization: `Bearer ${joined.body.token}`,
  });
  expect(me.body.rewards).toMatchObject([
    {
      kind: "gift",
      state: "confirmed",
      giftCode: "WONDER-1",
      giftUrl: "https://gift.example/use",
    },
  ]);
  expect(JSON.stringify(open.logged)).not.toContain("WONDER");
});
