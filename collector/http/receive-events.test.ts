import { SignJWT } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp, someId } from "../../tests/open-app.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
});
afterEach(() => open.close());

const click = (more: object = {}) => ({
  id: someId(),
  type: "click",
  at: open.clock.now,
  code: "7K9M2QXB",
  ...more,
});
const sale = (more: object = {}) => ({
  id: someId(),
  type: "sale",
  at: open.clock.now,
  orderId: "A-1",
  amountMinor: 100_000,
  currency: "JPY",
  ...more,
});
const stored = async () =>
  (await open.work.db.selectFrom("events").selectAll().execute()).length;
const conversions = async () =>
  (await open.asServer("GET", "/v1/conversions")).body.items;

function token(
  claims: Record<string, unknown>,
  { by = "sig_test", aud = "conversion" } = {},
) {
  const now = open.clock.now / 1000;
  return new SignJWT({ aud, iat: now, exp: now + 60, ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .sign(new TextEncoder().encode(by));
}

test("a withdrawal takes the browser from what it did, however often it is said", async () => {
  const visitor = "0mwqcvpc0random000000";
  const other = "0mwqcvpc0random999999";
  await open.events([click({ url: "https://shop.test/tea" })], { visitor });
  await open.events([click()], { visitor: other });
  const forget = { id: someId(), type: "forget", at: open.clock.now, visitor };
  const { body } = await open.events([forget, forget]);
  expect(body).toEqual({ accepted: 2, duplicate: 0, refused: [] });
  const events = await open.work.db
    .selectFrom("events")
    .select(["visitor", "url", "code"])
    .orderBy("received_at")
    .orderBy("id")
    .execute();
  expect(events).toContainEqual({ visitor: null, url: null, code: "7K9M2QXB" });
  expect(events.filter((event) => event.visitor === other)).toHaveLength(1);
  const clicks = await open.work.db
    .selectFrom("clicks")
    .select("visitor")
    .execute();
  expect(clicks.map((one) => one.visitor).sort()).toEqual([other, null].sort());
});

test("good events are accepted once, and the others listed with a reason", async () => {
  const known = click();
  const { status, body, headers } = await open.events([
    known,
    known,
    { ...click(), code: "!" },
    { id: "short", type: "click" },
    { type: "dance", id: someId(), at: 1 },
    null,
  ]);
  expect(status).toBe(202);
  expect(body).toMatchObject({ accepted: 1, duplicate: 1 });
  expect(body.refused.map(({ index }: { index: number }) => index)).toEqual([
    2, 3, 4, 5,
  ]);
  expect(body.refused[2]).toMatchObject({ code: "invalid_field" });
  expect(body.refused[2].message).toContain('"dance"');
  expect(body.refused[3].id).toBeNull();
  expect(headers.get("access-control-allow-origin")).toBe(
    "https://shop.example",
  );
  expect(headers.get("enishi-request-id")).toMatch(/^req_/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("text/plain, JSON and unknown fields are taken alike", async () => {
  for (const type of ["text/plain;charset=UTF-8", "application/json"]) {
    const { body } = await open.asPage(
      "POST",
      "/v1/events",
      {
        site: "pk_test",
        sentAt: open.clock.now,
        future: [],
        events: [click({ future: { a: 1 } })],
      },
      { "Content-Type": type },
    );
    expect(body.accepted).toBe(1);
  }
});

const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

test.each([
  ["broken JSON", '{"site":', 400, "malformed_body"],
  ["an empty body", "", 400, "malformed_body"],
  ["a list", "[]", 400, "invalid_field"],
  ["null", "null", 400, "invalid_field"],
  ["a number", "7", 400, "invalid_field"],
  ["deep nesting", deep(30_000), 400, "malformed_body"],
  [
    "deep nesting in a field nobody knows",
    `{"site":"pk_test","sentAt":1,"events":[],"x":${deep(5_000)}}`,
    400,
    "malformed_body",
  ],
  ["a megabyte", "x".repeat(1_000_000), 413, "body_too_large"],
  [
    "a hundred and one events",
    JSON.stringify({
      site: "pk_test",
      sentAt: 1,
      events: Array(101).fill({}),
    }),
    400,
    "invalid_field",
  ],
  [
    "ten thousand events",
    JSON.stringify({
      site: "pk_test",
      sentAt: 1,
      events: Array(10_000).fill({ id: "x", type: "view" }),
    }),
    413,
    "body_too_large",
  ],
  [
    "a site that is no text",
    '{"site":{"$ne":1},"sentAt":1,"events":[]}',
    400,
    "invalid_field",
  ],
  [
    "a NUL in the key",
    '{"site":"pk\\u0000","sentAt":1,"events":[]}',
    400,
    "invalid_field",
  ],
  [
    "events as an object",
    '{"site":"pk_test","sentAt":1,"events":{}}',
    400,
    "invalid_field",
  ],
  [
    "no time of sending",
    '{"site":"pk_test","events":[]}',
    400,
    "invalid_field",
  ],
])(
  "%s is refused whole, and nothing is stored",
  async (_, text, status, code) => {
    const answer = await open.asPage("POST", "/v1/events", text);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.body.detail).toMatch(/\.( \(and \d+ more\))?$/);
    expect(answer.body.requestId).toBe(answer.headers.get("enishi-request-id"));
    expect(await stored()).toBe(0);
  },
);

test("a compressed body is refused", async () => {
  const answer = await open.asPage("POST", "/v1/events", "x", {
    "Content-Encoding": "gzip",
  });
  expect(answer.body.code).toBe("malformed_body");
});

const dayMs = 86_400_000;
const year = 365 * dayMs;

test.each([
  ["a NUL", { orderId: "a\0b" }],
  ["a lone surrogate", { orderId: "a\ud800" }],
  ["a negative amount", { amountMinor: -1 }],
  ["no money", { amountMinor: 0 }],
  ["a fraction", { amountMinor: 10.5 }],
  ["a huge amount", { amountMinor: 1e12 + 1 }],
  ["an endless amount", { amountMinor: 1e308 }],
  ["an amount in words", { amountMinor: "100" }],
  ["no amount", { amountMinor: undefined }],
  ["null for an amount", { amountMinor: null }],
  ["an unknown currency", { currency: "ZZZ" }],
  ["a currency in small letters", { currency: "jpy" }],
  ["no currency", { currency: undefined }],
  ["no order", { orderId: undefined }],
  ["an endless order id", { orderId: "x".repeat(201) }],
  ["a time far ahead", { at: Date.UTC(2040, 1, 1) }],
  ["a time long ago", { at: Date.UTC(2026, 3, 1) - 2 * year }],
  ["the beginning of time", { at: 0 }],
  ["a time beyond all time", { at: 1e300 }],
  ["a mail that is none", { customer: { email: "hanako" } }],
  ["a touch that is none", { touch: { code: 7 } }],
  ["an id that is too short", { id: "short" }],
])(
  "a sale with %s is refused, says what was expected, and is not stored",
  async (_, wrong) => {
    const { status, body } = await open.events([sale(wrong), click()]);
    expect(status).toBe(202);
    expect(body).toMatchObject({
      accepted: 1,
      refused: [{ index: 0, code: "invalid_field" }],
    });
    expect(body.refused[0].message).toMatch(/Expected .*\.$/);
    expect(await conversions()).toEqual([]);
  },
);

test("a sale of a device whose clock was ahead, and is right when it can send, counts from now", async () => {
  const { body } = await open.events([
    sale({ at: open.clock.now + 60 * dayMs }),
  ]);
  expect(body).toMatchObject({ accepted: 1, refused: [] });
  expect(await conversions()).toHaveLength(1);
});

test("properties are flat and bounded", async () => {
  const custom = (props: unknown) => ({
    id: someId(),
    type: "custom",
    at: open.clock.now,
    name: "seen",
    props,
  });
  const { body } = await open.events([
    custom({ a: 1, b: "x", c: true, d: null }),
    custom({ a: { b: 1 } }),
    custom([1]),
    custom(Object.fromEntries(Array.from({ length: 51 }, (_, i) => [i, i]))),
    custom({ a: "\ud800" }),
  ]);
  expect(body).toMatchObject({ accepted: 1 });
  expect(body.refused).toHaveLength(4);
});

test("a plain sale is a claim; what it says of the customer binds nothing and a gross profit is not read", async () => {
  await open.events([
    sale({
      grossProfitMinor: 99_999,
      customer: { id: "taro", existing: true },
    }),
  ]);
  expect(await conversions()).toMatchObject([
    { orderId: "A-1", verified: false, amountMinor: 100_000 },
  ]);
  const row = await open.work.db
    .selectFrom("conversions")
    .selectAll()
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({
    gross_profit_minor: null,
    customer_existing: null,
  });
});

test("with a token, the token's facts count and the event's do not", async () => {
  await open.events([
    sale({
      orderId: "forged",
      amountMinor: 999_999,
      marginClass: "rich",
      customer: { id: "eve", email: "eve@example.com" },
      token: await token({
        type: "sale",
        sub: "taro",
        orderId: "A-2",
        amountMinor: 5_000,
        currency: "JPY",
        grossProfitMinor: 4_000,
      }),
    }),
  ]);
  expect(await conversions()).toMatchObject([
    { orderId: "A-2", amountMinor: 5_000, verified: true },
  ]);
  const row = await open.work.db
    .selectFrom("conversions")
    .selectAll()
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({
    customer_id: "taro",
    customer_email_index: null,
    margin_class: null,
    gross_profit_minor: null,
  });
});

test("a device's clock cannot date an order before its signature, nor a claim before a delivery's delay", async () => {
  const longAgo = open.clock.now - 40 * dayMs;
  const facts = { type: "sale", amountMinor: 5_000, currency: "JPY" };
  await open.events([
    sale({
      at: longAgo,
      token: await token({ ...facts, sub: "taro", orderId: "A-4" }),
    }),
    sale({ at: longAgo, orderId: "A-5" }),
  ]);
  const times = (await conversions()).map(
    ({ orderId, occurredAt }: { orderId: string; occurredAt: number }) => [
      orderId,
      occurredAt,
    ],
  );
  expect(Object.fromEntries(times)).toEqual({
    "A-4": open.clock.now,
    "A-5": open.clock.now - dayMs,
  });
});

test("a token that leaves out the amount does not let the page fill it in", async () => {
  const { body } = await open.events([
    sale({ token: await token({ type: "sale", sub: "taro", orderId: "A-3" }) }),
  ]);
  expect(body.refused).toMatchObject([{ code: "invalid_field" }]);
  expect(body.refused[0].message).toContain("amountMinor");
});

test("a lead's token that names neither order nor person is refused", async () => {
  const lead = async (claims: object) => ({
    id: someId(),
    type: "lead",
    at: open.clock.now,
    orderId: "page-1",
    token: await token({ type: "lead", ...claims }),
  });
  const { body } = await open.events([
    await lead({}),
    await lead({ sub: "taro" }),
  ]);
  expect(body).toMatchObject({
    accepted: 1,
    refused: [{ index: 0, code: "bad_token" }],
  });
});

test("a token of another key, audience, type, or past its time is refused, the rest of the batch is not", async () => {
  const facts = { type: "sale", orderId: "A", amountMinor: 1, currency: "JPY" };
  const tokens = [
    await token(facts, { by: "sig_other" }),
    await token(facts, { aud: "member" }),
    await token({ ...facts, type: "lead" }),
    await token({ ...facts, exp: open.clock.now / 1000 - 1 }),
    await token({ ...facts, exp: undefined }),
    "x",
  ];
  const { body } = await open.events([
    ...tokens.map((one) => sale({ token: one })),
    click(),
  ]);
  expect(body.accepted).toBe(1);
  expect(body.refused).toHaveLength(6);
  for (const { code } of body.refused) expect(code).toBe("bad_token");
  expect(await conversions()).toEqual([]);
});

test("an event sent again after its token has expired is a duplicate, not a refusal", async () => {
  const event = sale({
    token: await token({
      type: "sale",
      orderId: "A-4",
      amountMinor: 1_000,
      currency: "JPY",
    }),
  });
  expect((await open.events([event])).body.accepted).toBe(1);
  open.clock.now += 3_600_000;
  expect((await open.events([event])).body).toMatchObject({
    duplicate: 1,
    refused: [],
  });
});

test("a device's wrong clock is corrected by the time of sending", async () => {
  const sentAt = open.clock.now + 3_650 * 86_400_000;
  await open.events([click({ at: sentAt - 5_000 })], { sentAt });
  const [row] = await open.work.db.selectFrom("events").selectAll().execute();
  expect(row?.at).toBe(open.clock.now - 5_000);
});

test("only the site's own origins may send, and only by a known key", async () => {
  const batch = { site: "pk_test", sentAt: open.clock.now, events: [click()] };
  const send = (origin: string | null, body: object = batch) =>
    open.call("POST", "/v1/events", body, origin ? { Origin: origin } : {});
  for (const origin of [
    null,
    "null",
    "https://evil.example",
    "http://shop.example",
  ]) {
    const answer = await send(origin);
    expect([answer.status, answer.body.code]).toEqual([
      403,
      "origin_not_allowed",
    ]);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  }
  const unknown = await send("https://shop.example", {
    ...batch,
    site: "pk_no",
  });
  expect([unknown.status, unknown.body.code]).toEqual([401, "unknown_site"]);
  expect(unknown.headers.get("access-control-allow-origin")).toBe(
    "https://shop.example",
  );
  expect((await send("https://ref.shop.example")).status).toBe(202);
});

test("a writer that cannot keep up is told of with Retry-After, a broken one with nothing but the request id", async () => {
  const { DomainError } = await import("../domain/domain-error.ts");
  const failing = (error: Error) =>
    openApp({
      writer: {
        run: () => Promise.reject(error),
        depth: () => 10_000,
        close: async () => {},
      },
    });
  const busy = await failing(new DomainError("overloaded", "Too much."));
  const answer = await busy.events([click()]);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("2");
  const broken = await failing(new Error("disk I/O error at /secret/path"));
  const internal = await broken.events([click()]);
  expect(internal.status).toBe(500);
  expect(internal.text).not.toContain("secret");
  expect(internal.body).toMatchObject({ code: "internal", detail: "" });
  expect(broken.logged).toMatchObject([
    { level: "error", fields: { requestId: internal.body.requestId } },
  ]);
});

test("of beacons that are refused one a second and status has a line, with the answer's request id", async () => {
  const refused = (body: object) => open.asPage("POST", "/v1/events", body);
  const batch = { site: "pk_no", sentAt: open.clock.now, events: [click()] };
  const { status, body } = await refused(batch);
  for (let n = 0; n < 30; n++) await refused(batch);
  const other = await refused({});
  expect([status, other.status]).toEqual([401, 400]);
  const lines = open.logged.filter(({ message }) => message === "answered");
  expect(lines.length).toBeLessThan(15);
  const first = (of: number) => lines.find(({ fields }) => saysOf(fields, of));
  const line = { method: "POST", route: "/v1/events" };
  const { requestId } = body;
  expect(first(401)).toMatchObject({ level: "info", fields: line });
  expect(first(401)?.fields).toMatchObject({ requestId });
  expect(first(400)?.fields).toMatchObject({
    ...line,
    requestId: other.body.requestId,
  });
});

const saysOf = (fields: object, status: number) =>
  "status" in fields && fields.status === status;
