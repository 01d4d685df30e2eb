import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import type { EventBatch } from "../../sdk/protocol/events.ts";
import { openApp, shopOrigin } from "../../tests/open-app.ts";
import { changeSite } from "../actions/change-site.ts";
import { commonFields, disclosedFields } from "./disclosed-fields.ts";
import { fieldWords } from "./field-words.ts";
import { occasionWords } from "./occasion-words.ts";
import { disclosureAnswer } from "./schemas/disclosure.ts";
import { incomingEvent } from "./schemas/events.ts";
import { storedWords } from "./stored-words.ts";

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
      const sent = [
        ...Object.keys(batch).filter((name) => name !== "events"),
        ...Object.entries(event).flatMap(([name, value]) =>
          name === "props" ? [name] : namesOf(name, value),
        ),
      ];
      expect(named.get(event.type)).toEqual(expect.arrayContaining(sent));
    }
  }
});

/** A field, or those within it, `first` and `last` of a touch as one. */
function namesOf(name: string, value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [name];
  return Object.entries(value).flatMap(([part, inner]) =>
    /^(first|last)$/.test(part)
      ? namesOf(name, inner)
      : namesOf(`${name}.${part}`, inner),
  );
}

test("whatever a schema has within a field is disclosed by name", () => {
  const keys = (schema: unknown): string[] =>
    typeof schema === "object" && schema !== null
      ? Object.entries(schema).flatMap(([key, inner]) => [
          ...(key === "properties" ? Object.keys(inner) : []),
          ...keys(inner),
        ])
      : [];
  let nested = 0;
  for (const schema of incomingEvent.options) {
    const { properties = {} } = z.toJSONSchema(schema, { io: "input" });
    const type = Object.entries(properties);
    const kind = [properties.type].flatMap((one) => {
      const { const: only, enum: some } = one as {
        const?: string;
        enum?: string[];
      };
      return some ?? [only];
    });
    for (const [field, inner] of type)
      for (const name of keys(inner).filter(
        (key) => !/^(first|last)$/.test(key),
      )) {
        nested += 1;
        for (const occasion of kind)
          expect(named.get(occasion as "sale")).toContain(`${field}.${name}`);
      }
  }
  expect(nested).toBeGreaterThan(10);
});

test("opening one's own screen and asking for the settings are occasions too", () => {
  expect(named.get("screen")).toEqual(["authorization"]);
  expect(named.get("standing")).toContain("authorization");
  expect(named.get("settings")).toEqual(["site", "program"]);
});

test("a withdrawal's id is said to be sent whatever the device may keep", async () => {
  const { call, close } = await openApp();
  const { sends, stored } = disclosureAnswer.parse(
    (await call("GET", "/v1/disclosure?site=pk_test")).body,
  );
  const words = (occasion: string) =>
    sends
      .find((one) => one.occasion === occasion)
      ?.fields.find(({ name }) => name === "visitor")?.en;
  expect(words("forget")).toMatch(/sent whatever the device may keep/);
  expect(words("view")).toMatch(/only where the device may keep one/);
  expect(stored.map(({ name }) => name)).toContain("_enishi_queue");
  await close();
});

test("what is said to be stored is what the privacy page lists", () => {
  const listed = readFileSync("docs/privacy.md", "utf8").matchAll(
    /^\| (cookie|localStorage).*? \| `(_enishi\w*)/gm,
  );
  expect(storedWords.map(({ name }) => name)).toEqual(
    [...listed].map(([, , name]) => name),
  );
});

test("the page says once what every event has, and links to the other language, the shop and the terms", async () => {
  const { call, close } = await openApp();
  const { text } = await call("GET", "/disclosure?site=pk_test&language=en");
  expect(commonFields()).toEqual([
    "site",
    "visitor",
    "sentAt",
    "id",
    "at",
    "type",
  ]);
  for (const name of ["sentAt", "id", "at", "type"])
    expect(text.split(`(${name})`).length - 1).toBe(name === "at" ? 2 : 1);
  expect(text).toContain("(touch, touch.code, touch.at, touch.click)");
  expect(text).toContain("?site=pk_test&amp;language=ja");
  expect(text).toContain(`href="${shopOrigin}"`);
  expect(text).toContain("<h2>When somebody buys</h2>");
  expect(text).toContain("Global Privacy Control");
  expect(text).toContain("_enishi_member (localStorage)");
  await close();
});

test("a person with a wrong address is told so on a page, a program as before", async () => {
  const { call, close } = await openApp();
  const ask = (search: string, accept: string) =>
    call("GET", `/disclosure${search}`, undefined, {
      Accept: accept,
      "Accept-Language": "ja",
    });
  for (const [search, status] of [
    ["", 400],
    ["?site=pk_none", 401],
  ] as const) {
    const person = await ask(search, "text/html,*/*;q=0.8");
    expect(person.status).toBe(status);
    expect(person.headers.get("content-type")).toContain("text/html");
    expect(person.text).toContain("お店のページにあるリンクから");
    const program = await ask(search, "*/*");
    expect(program.status).toBe(status);
    expect(program.headers.get("content-type")).toContain("problem+json");
  }
  await close();
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
    expect(english).toContain(`<h2>When ${on.en}</h2>`);
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
    "次の情報を当サイト(shop.example)の運営者が管理するサーバー「",
  );
  expect(await read("en")).toContain(
    "which is run by the operator of this site, shop.example, and",
  );
  expect(await recipient()).toBe("shop.example");
  await nameIt("Kiku");
  clock.now += 600_000;
  expect(await read("ja")).toContain("次の情報をKikuが管理するサーバー「");
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
