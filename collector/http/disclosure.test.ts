import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { EventBatch } from "../../sdk/protocol/events.ts";
import { openApp, shopOrigin } from "../../tests/open-app.ts";
import { changeSite } from "../actions/change-site.ts";
import { disclosedFields } from "./disclosed-fields.ts";
import { fieldWords } from "./field-words.ts";
import { occasionWords } from "./occasion-words.ts";
import { disclosureAnswer } from "./schemas/disclosure.ts";

const named = new Map(disclosedFields());

test("every field that a schema lets in has its words, and no words are left over", () => {
  const fields = new Set([...named.values()].flat());
  expect([...fields].sort()).toEqual(Object.keys(fieldWords).sort());
  expect([...named.keys()].sort()).toEqual(Object.keys(occasionWords).sort());
});

test("every field of the golden messages is disclosed for its event", () => {
  const files = globSync("sdk/protocol/fixtures/*.json");
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const batch = JSON.parse(readFileSync(file, "utf8")) as EventBatch;
    for (const event of batch.events) {
      const { customer = {}, ...fields } = { customer: {}, ...event };
      const sent = [
        ...Object.keys(batch).filter((name) => name !== "events"),
        ...Object.keys(fields),
        ...Object.keys(customer).map((name) => `customer.${name}`),
      ];
      expect(named.get(event.type)).toEqual(expect.arrayContaining(sent));
    }
  }
});

test("the disclosure names the recipient, and answers a page and a reader without origin", async () => {
  const { call, close } = await openApp();
  for (const headers of [{}, { Origin: shopOrigin }]) {
    const { status, body } = await call(
      "GET",
      "/v1/disclosure?site=pk_test",
      undefined,
      headers,
    );
    expect(status).toBe(200);
    expect(disclosureAnswer.parse(body).recipient.host).toBeTruthy();
  }
  expect((await call("GET", "/v1/disclosure?site=pk_none")).status).toBe(401);
  await close();
});

test("the page says the same in Japanese and in English", async () => {
  const { call, close } = await openApp();
  const read = async (search: string, acceptLanguage = "fr") =>
    (
      await call("GET", `/disclosure?site=pk_test${search}`, undefined, {
        "Accept-Language": acceptLanguage,
      })
    ).text;
  for (const page of [await read("", "ja"), await read("&language=ja", "en")]) {
    expect(page).toContain('lang="ja"');
    for (const { ja } of Object.values(fieldWords)) expect(page).toContain(ja);
  }
  const english = await read("");
  expect(english).toContain('lang="en"');
  for (const { on } of Object.values(occasionWords)) {
    expect(english).toContain(on.en);
  }
  await close();
});

test("what a followed link stores is disclosed", async () => {
  const { call, member, work, close } = await openApp();
  const { code } = await member();
  await call("GET", `/r/${code}?channel=line`, undefined, {
    Referer: "https://blog.example/post",
    "User-Agent": "Mozilla/5.0 Safari",
  });
  const event = await work.db
    .selectFrom("events")
    .selectAll()
    .executeTakeFirstOrThrow();
  const bookkeeping = ["id", "site_id", "type", "received_at", "bot"];
  const { props, ...columns } = event;
  const kept = Object.entries({ ...columns, ...JSON.parse(props ?? "{}") })
    .filter(([name, value]) => value !== null && !bookkeeping.includes(name))
    .map(([name]) => name);
  expect(kept).toContain("referrer");
  expect(named.get("link")).toEqual(expect.arrayContaining(kept));
  await close();
});

test("who receives is said in a whole sentence, with a name or without", async () => {
  const { call, work, siteId, clock, close } = await openApp();
  const read = async (language: string) =>
    (await call("GET", `/disclosure?site=pk_test&language=${language}`)).text;
  const recipient = async () =>
    (await call("GET", "/v1/disclosure?site=pk_test")).body.recipient.name;
  const nameIt = (name: string) =>
    work.db
      .updateTable("sites")
      .set({ name })
      .where("id", "=", siteId)
      .execute();
  await nameIt("shop.example");
  expect(await read("ja")).toContain(
    "次の情報を当サイト(shop.example)の運営者が管理するサーバー(",
  );
  expect(await read("en")).toContain(
    "a server of the operator of this site (shop.example) (",
  );
  expect(await recipient()).toBe("shop.example");
  await nameIt("Kiku");
  clock.now += 600_000;
  expect(await read("ja")).toContain("次の情報をKikuが管理するサーバー(");
  expect(await recipient()).toBe("Kiku");
  await close();
});

test("nothing is promised of a page that records what somebody does", async () => {
  const { call, close } = await openApp();
  const read = async (language: string) =>
    (await call("GET", `/disclosure?site=pk_test&language=${language}`)).text;
  expect(await read("ja")).toContain("ページが登録・購入その他のできごとを");
  expect(await read("en")).toContain("done nothing that the page records");
  await close();
});

test("a site that is called something else is told by its new name at once", async () => {
  const { call, work, siteId, close } = await openApp();
  const told = async () => {
    const path = "/v1/disclosure?site=pk_test";
    const { body, headers } = await call("GET", path);
    expect(headers.get("cache-control")).toBe("no-cache");
    return body.recipient as { name: string };
  };
  const { name } = await told();
  await changeSite(work, { siteId, name: `${name} & Co.`, by: "owner" });
  expect((await told()).name).toBe(`${name} & Co.`);
  await close();
});
