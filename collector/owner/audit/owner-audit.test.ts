import { globSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openOwner } from "../../../tests/open-owner.ts";
import { queueEn } from "../words/queue-en.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
beforeEach(async () => {
  owner = await openOwner();
});
afterEach(() => owner.close());

async function suspended() {
  const hanako = await owner.member();
  await owner.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "S-1",
    amountMinor: 100_000,
    currency: "JPY",
    customer: { id: "taro" },
    code: hanako.code,
  });
  await owner.send(`/owner/members/${hanako.id}/suspension`, [
    ["reason", "the same address"],
  ]);
  return hanako;
}

test("the log says in plain words who did what, and leads to it", async () => {
  const { id } = await suspended();
  const page = await owner.get("/owner/audit?lang=en");
  for (const text of [
    "Member suspended",
    "the owner",
    "the same address",
    "Reward promised",
    "¥1,200",
    `href="/owner/members/${id}"`,
  ])
    expect(page).toContain(text);
  expect(await owner.get("/owner/audit?lang=ja")).toContain("会員を停止");
});

test("rules that were published are named by programme and version, and lead there", async () => {
  const { body } = await owner.asServer("GET", "/v1/programs");
  await owner.asServer("PUT", "/v1/programs/default", {
    ...body.items[0],
    name: "春の紹介",
  });
  expect(await owner.get("/owner/audit?lang=ja")).toContain(
    '<a href="/owner/program/versions/2?program=default">春の紹介、バージョン 2</a>',
  );
});

test("what was changed of a member is named in the reader's language", async () => {
  const { id } = await owner.member("hanako", { name: "Hanako" });
  await owner.asServer("PUT", "/v1/members/hanako", {
    name: "花子",
    publicName: "Hana",
  });
  for (const place of ["/owner/audit", `/owner/members/${id}`]) {
    const page = await owner.get(`${place}?lang=ja`);
    expect(page).toContain("名前、友だちに見える名前");
    expect(page).not.toContain("name, publicName");
  }
});

test("the log is narrowed by who, what, and of what", async () => {
  const { id } = await suspended();
  const rows = async (query: string) =>
    (await owner.get(`/owner/audit?lang=en&${query}`)).split("<tr>").slice(2);
  expect((await rows("actor=owner")).length).toBe(1);
  expect((await rows("action=accrue_reward")).length).toBe(2);
  expect((await rows("actor=collector&action=suspend_member")).length).toBe(0);
  expect((await rows(`subject=${id}`)).length).toBe(1);
});

test("every action that is ever written down has words for it", () => {
  const source = globSync("collector/actions/*.ts")
    .filter((file) => !file.endsWith(".test.ts"))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const written = [...source.matchAll(/\baction: "(\w+)"/g)].map(
    ([, action]) => action ?? "",
  );
  expect(written.length).toBeGreaterThan(10);
  for (const action of written)
    expect(Object.keys(queueEn.audit.actions), action).toContain(action);
});
