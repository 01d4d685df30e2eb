import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemStatus } from "../sdk/protocol/problem.ts";
import {
  type CollectorProcess,
  keys,
  shopOrigin,
  startCollector,
} from "./collector-process.ts";
import { isLongRun, seeded } from "./long-run.ts";
import { type Answer, eventId, siteApi } from "./site-api.ts";
import { tellProgress } from "./tell-progress.ts";

const fuzzedRequests = isLongRun ? 100_000 : 300;
let collector: CollectorProcess;
let api: ReturnType<typeof siteApi>;

beforeAll(async () => {
  collector = await startCollector();
  api = siteApi(collector);
});
afterAll(() => collector?.end("SIGTERM"));

const now = Date.now();
const year = 365 * 86_400_000;
const sale = {
  type: "sale",
  orderId: "hostile",
  amountMinor: 1_000,
  currency: "JPY",
};
const share = () => ({ id: eventId(), at: now, type: "share", code: "ABCD" });
const batchOf = (events: unknown, more: object = {}) => ({
  site: keys.site,
  sentAt: now,
  events,
  ...more,
});
const deep = (levels: number) =>
  `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

/** What is wrong with the whole body, whoever reads it. */
const brokenBodies: Record<string, string> = {
  "an empty body": "",
  "broken JSON": '{"site":',
  "a lone word": "hello",
  null: "null",
  "a list": "[]",
  "a number": "1e999",
  "nesting 5,000 deep": deep(5_000),
  "one megabyte": JSON.stringify({ filler: "x".repeat(1 << 20) }),
  "NUL bytes": "\0\0\0\0",
};

const wrongBatches: Record<string, unknown> = {
  "10,000 events": batchOf(Array.from({ length: 10_000 }, () => 0)),
  "101 events": batchOf(Array.from({ length: 101 }, share)),
  "events that are no list": batchOf({ length: 1 }),
  "a site that is a number": batchOf([share()], { site: 1 }),
  "an unknown site": batchOf([share()], { site: "pk_nobody" }),
  "no sentAt": batchOf([share()], { sentAt: undefined }),
  "sentAt as text": batchOf([share()], { sentAt: "now" }),
};

const wrongFields: Record<string, object> = {
  "a negative amount": { amountMinor: -1 },
  "an amount of zero": { amountMinor: 0 },
  "a fractional amount": { amountMinor: 0.5 },
  "a huge amount": { amountMinor: 1e308 },
  "an amount over the bound": { amountMinor: 1_000_000_000_001 },
  "an amount as text": { amountMinor: "1000" },
  "an amount as a list": { amountMinor: [1000] },
  "an unknown currency": { currency: "XYZ" },
  "a currency in lower case": { currency: "jpy" },
  "a currency that is no text": { currency: 392 },
  "NUL in the order id": { orderId: "a\0b" },
  "a lone surrogate in the order id": { orderId: "a\ud800b" },
  "an empty order id": { orderId: "" },
  "an endless order id": { orderId: "x".repeat(5_000) },
  "an order id as an object": { orderId: { toString: "x" } },
};

const wrongTimes = {
  "a time in the far future": now + 10 * year,
  "an ancient time": 0,
  "a negative time": -1,
  "a fractional time": 1.5,
  "a time beyond all calendars": 1e300,
};

const wrongEvents: Record<string, unknown> = {
  null: null,
  "a number": 7,
  "a list": [],
  "an unknown type": { ...share(), type: "__proto__" },
  "no id": { ...share(), id: undefined },
  "a short id": { ...share(), id: "short" },
  "an id with a space": { ...share(), id: "0123456789 abcdef" },
  "a code that is a number": { ...share(), code: 1234 },
  "a share without a code": { ...share(), code: undefined },
  "props that nest": {
    ...share(),
    type: "custom",
    name: "x",
    props: { a: { b: 1 } },
  },
};

test.for(Object.entries(brokenBodies))(
  "%s is a problem to every reader",
  async ([, body]) => {
    await leavesNothing(async () => {
      expectProblem(await api.asPage("POST", "/v1/events", body));
      expectProblem(await api.asPage("POST", "/v1/members", body));
      expectProblem(await api.asPage("POST", "/v1/codes/check", body));
      expectProblem(await api.asServer("POST", "/v1/conversions", body));
      // A member may be made of the id alone, without a body.
      if (body) expectProblem(await api.asServer("PUT", "/v1/members/x", body));
      expectProblem(await api.asServer("PUT", "/v1/programs/default", body));
    });
  },
);

test.for(Object.entries(wrongBatches))(
  "a batch with %s is a problem",
  async ([, batch]) => {
    await leavesNothing(async () =>
      expectProblem(await api.asPage("POST", "/v1/events", batch)),
    );
  },
);

test.for(Object.entries(wrongFields))(
  "%s is refused from page and server",
  async ([, fields]) => {
    await leavesNothing(async () => {
      expectProblem(
        await api.asServer("POST", "/v1/conversions", { ...sale, ...fields }),
      );
      await expectRefused({ id: eventId(), at: now, ...sale, ...fields });
    });
  },
);

test.for(Object.entries(wrongTimes))(
  "%s is refused from page and server",
  async ([, at]) => {
    await leavesNothing(async () => {
      expectProblem(
        await api.asServer("POST", "/v1/conversions", {
          ...sale,
          occurredAt: at,
        }),
      );
      await expectRefused({ ...share(), at });
    });
  },
);

test.for(Object.entries(wrongEvents))(
  "an event that is %s is refused, and named",
  async ([, event]) => {
    await leavesNothing(() => expectRefused(event));
  },
);

test("a bad event does not take the good ones with it", async () => {
  const { status, body } = await api.asPage(
    "POST",
    "/v1/events",
    batchOf([share(), { ...share(), code: null }, share()]),
  );
  expect(status).toBe(202);
  expect(body).toMatchObject({
    accepted: 2,
    refused: [{ index: 1, code: "invalid_field" }],
  });
});

test("bytes that are no UTF-8 do no harm", async () => {
  await leavesNothing(async () => {
    const answer = await fetch(`${collector.url}/v1/events`, {
      method: "POST",
      headers: { Origin: shopOrigin, "Content-Type": "text/plain" },
      body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0xed, 0xa0, 0x80, 0x22]),
    });
    expect(answer.status).toBe(400);
  });
});

test("a connection that breaks off in the middle of a body does no harm", async () => {
  await leavesNothing(async () => {
    const socket = connect(collector.port, "127.0.0.1");
    socket.write(
      `POST /v1/events HTTP/1.1\r\nHost: x\r\nOrigin: ${shopOrigin}\r\nContent-Length: 1000\r\n\r\n{"site":`,
      () => socket.destroy(),
    );
    await new Promise((resolve) => socket.once("close", resolve));
  });
});

test("a page on a foreign origin is turned away", async () => {
  const headers = { Origin: "https://elsewhere.test" };
  const answer = await api.asPage(
    "POST",
    "/v1/events",
    batchOf([share()]),
    headers,
  );
  expect(answer).toMatchObject({
    status: 403,
    body: { code: "origin_not_allowed" },
  });
});

test("a wrong API key is turned away", async () => {
  for (const key of ["sk_wrong", keys.site, `${keys.secret}x`, "", "é"]) {
    const answer = await fetch(`${collector.url}/v1/conversions`, {
      headers: { Authorization: `Bearer ${encodeURI(key)}` },
    });
    expect(answer.status).toBe(401);
  }
});

test.for([
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example",
  "\\\\evil.example",
  "/%09/evil.example",
  "\t//evil.example",
  "javascript:alert(1)",
  "https://shop.test@evil.example/",
  "https://shop.test.evil.example/",
])("a link never leads outside the shop: to=%s", async (to) => {
  const { code } = await api.putMember("redirector");
  const answer = await fetch(
    `${collector.url}/r/${code}?to=${encodeURIComponent(to)}`,
    { redirect: "manual", headers: { "User-Agent": "Mozilla/5.0" } },
  );
  expect(answer.status).toBe(302);
  const location = new URL(answer.headers.get("location") ?? "", collector.url);
  expect(location.origin).toBe(shopOrigin);
});

test(`${fuzzedRequests} made-up messages never bring an internal error`, {
  timeout: fuzzedRequests * 20 + 10_000,
}, async () => {
  const field = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(...Object.values(wrongFields).flatMap(Object.values)),
    fc.string({ unit: "binary" }),
    fc.double(),
  );
  const event = fc.record(
    {
      id: fc.oneof(fc.stringMatching(/^[0-9A-Za-z_-]{16,40}$/), field),
      at: fc.oneof(fc.constant(now), field),
      type: fc.constantFrom(
        "click",
        "view",
        "share",
        "copy",
        "lead",
        "sale",
        "custom",
      ),
      code: field,
      channel: field,
      surface: field,
      name: field,
      props: field,
      orderId: field,
      amountMinor: fc.oneof(fc.integer(), field),
      currency: fc.oneof(fc.constantFrom("JPY", "USD"), field),
      customer: field,
      email: field,
      touch: field,
      token: field,
      click: field,
      url: field,
    },
    { requiredKeys: ["type"] },
  );
  const batch = fc.record({
    site: fc.constant(keys.site),
    sentAt: fc.oneof(fc.constant(now), field),
    visitor: fc.oneof(fc.constant("visitor-of-a-fuzzer"), field),
    events: fc.array(event, { maxLength: 5 }),
  });
  const answered = tellProgress(fuzzedRequests, "messages");
  await fc.assert(
    fc.asyncProperty(batch, event, async (events, conversion) => {
      const page = await api.asPage("POST", "/v1/events", events);
      expect([202, 400, 413]).toContain(page.status);
      const server = await api.asServer("POST", "/v1/conversions", conversion);
      expect([200, 201, 400, 409, 413]).toContain(server.status);
      answered();
    }),
    { numRuns: fuzzedRequests, ...seeded },
  );
});

/** Runs an attack, then asks whether anything was stored and whether the process is still alive. */
async function leavesNothing(attack: () => Promise<unknown>): Promise<void> {
  const before = await stored();
  await attack();
  expect(await stored()).toEqual(before);
  expect((await fetch(`${collector.url}/healthz`)).status).toBe(200);
}

async function stored() {
  const { from, to, ...funnel } = await api.funnel();
  return {
    conversions: await api.conversions(),
    members: await api.members(),
    rewards: await api.rewards(),
    funnel,
  };
}

function expectProblem({ status, type, body }: Answer): void {
  expect(type).toContain("application/problem+json");
  expect(body).toMatchObject({
    status,
    type: expect.any(String),
    title: expect.any(String),
    detail: expect.any(String),
    requestId: expect.any(String),
    errors: expect.any(Array),
  });
  const code = body.code as keyof typeof problemStatus;
  expect(problemStatus[code]).toBe(status);
  expect(status).toBeLessThan(500);
}

async function expectRefused(event: unknown): Promise<void> {
  const { status, body } = await api.asPage(
    "POST",
    "/v1/events",
    batchOf([event]),
  );
  expect(status).toBe(202);
  expect(body).toMatchObject({ accepted: 0, duplicate: 0 });
  expect(body.refused).toMatchObject([
    { index: 0, code: "invalid_field", message: expect.any(String) },
  ]);
}
