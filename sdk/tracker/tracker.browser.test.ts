import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import type { EventBatch } from "../protocol/events.ts";
import { parseReferralCookie } from "../protocol/referral-cookie.ts";
import {
  accepted,
  newVisitor,
  noon,
  openPage,
  visitPage,
} from "./test-visit.ts";

const cookie = () => /_enishi=([^;]*)/.exec(document.cookie)?.[1];

const keptEvents = () =>
  Object.keys(localStorage).filter((key) => key.includes("queue"));

beforeEach(newVisitor);
afterEach(newVisitor);

const onePoint = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==";
const twoPoints =
  "R0lGODlhAgABAIAAAAAAAP///yH5BAEAAAAALAAAAAACAAEAAAICBAoAOw==";

test("a visitor who was not referred causes no request, cookie or storage", async () => {
  const visit = visitPage("?q=shoes", { consent: undefined });
  await visit.enishi("on", "referral", () => {});
  expect(visit.requests).toEqual([]);
  const other = visitPage("?ref=newsletter");
  await other.enishi("on", "referral", () => {});
  expect(other.loaded).toEqual([]);
  expect(await other.enishi("referral")).toBeNull();
  expect(other.requests).toEqual([]);
  expect(document.cookie).toBe("");
  expect(localStorage.length + sessionStorage.length).toBe(0);
});

test("a referred visitor is stored in cookie and mirror, and one click is sent", async () => {
  const visit = visitPage("?via=7k9m-2qxb&ec=click_0123456789abcdef&q=a%20b");
  await eventually(() => expect(visit.batches()).toHaveLength(1));
  const [batch] = visit.batches();
  expect(batch?.events).toMatchObject([
    {
      type: "click",
      code: "7K9M2QXB",
      click: "click_0123456789abcdef",
      url: location.origin + location.pathname,
    },
  ]);
  expect(cookie()).toBe(localStorage._enishi);
  expect(cookie()).toContain("7K9M2QXB~");
  expect(cookie()).toContain(batch?.visitor);
  const { init } = visit.requests[0] ?? {};
  expect(init).toMatchObject({ credentials: "omit", keepalive: true });
  expect(init?.headers).toBeUndefined();
  await eventually(() => expect(location.search).toBe("?q=a%20b"));
  const touch = {
    code: "7K9M2QXB",
    at: noon,
    click: "click_0123456789abcdef",
  };
  expect(parseReferralCookie(cookie() ?? "")).toEqual({
    visitor: batch?.visitor,
    touches: { first: touch, last: touch },
  });
  // What takes it out of the address, and nothing else.
  expect(visit.loaded).toEqual(["on-demand"]);
});

test("a reload with the same click sends no second one, another code does and keeps the first touch", async () => {
  const first = visitPage("?via=7K9M2QXB");
  await eventually(() => expect(first.batches()).toHaveLength(1));
  const again = visitPage("?via=7K9M2QXB");
  await again.enishi("track", "looked");
  expect(again.batches()[0]?.events.map(({ type }) => type)).toEqual([
    "custom",
  ]);
  const other = visitPage("?via=BCDF2345");
  await eventually(() => expect(other.batches()).toHaveLength(1));
  await other.enishi("sale", { orderId: "1", amountMinor: 1, currency: "JPY" });
  expect(other.batches()[1]?.events[0]).toMatchObject({
    touch: { first: { code: "7K9M2QXB" }, last: { code: "BCDF2345" } },
  });
});

test("a click that /r/CODE wrote a cookie for is still joined to its visitor", async () => {
  // biome-ignore lint/suspicious/noDocumentCookie: as the collector's Set-Cookie
  document.cookie = `_enishi=1..7K9M2QXB~${noon.toString(36)}~click_0123456789abcdef.;path=/`;
  const visit = visitPage("?via=7K9M2QXB&ec=click_0123456789abcdef");
  await eventually(() => expect(visit.batches()).toHaveLength(1));
  expect(visit.batches()[0]?.visitor).toBeTruthy();
});

test("the cookie of a link that says all already is not written over, and its click gets its visitor", async () => {
  const value = `1.r0123456789abcdef.7K9M2QXB~${noon.toString(36)}~click_0123456789abcdef.`;
  // biome-ignore lint/suspicious/noDocumentCookie: as the collector's Set-Cookie
  document.cookie = `_enishi=${value};path=/`;
  const writes = vi.spyOn(document, "cookie", "set");
  const visit = visitPage(
    "?via=7K9M2QXB&ec=click_0123456789abcdef",
    {},
    noon + 1_000,
  );
  await eventually(() => expect(visit.batches()).toHaveLength(1));
  expect(visit.batches()[0]).toMatchObject({
    visitor: "r0123456789abcdef",
    events: [{ type: "click", click: "click_0123456789abcdef" }],
  });
  await visit.enishi("sale", { orderId: "1", amountMinor: 1, currency: "JPY" });
  expect(writes).not.toHaveBeenCalled();
  expect(cookie()).toBe(value);
  expect(localStorage._enishi).toBe(value);
  writes.mockRestore();
});

test("a page that waits for consent does not take a link's cookie for one", async () => {
  // biome-ignore lint/suspicious/noDocumentCookie: as the collector's Set-Cookie
  document.cookie = `_enishi=1.r0123456789abcdef.7K9M2QXB~${noon.toString(36)}~.;path=/`;
  const waiting = visitPage("", { consent: "required" });
  expect(await waiting.enishi("context")).toMatchObject({ mayStore: false });
  const silent = visitPage("", { consent: undefined });
  expect(await silent.enishi("context")).toMatchObject({ mayStore: true });
});

test("a ref is stored only if the collector knows it", async () => {
  const unknown = visitPage("?ref=BCDF2345");
  unknown.collector.answer = () =>
    Response.json({ valid: false, because: "unknown_code" });
  expect(await unknown.enishi("referral")).toBeNull();
  expect(document.cookie).toBe("");
  const known = visitPage("?ref=7K9M2QXB");
  known.collector.answer = (url) =>
    url.endsWith("check")
      ? Response.json({ valid: true, code: "7K9M2QXB", offer: {}, from: null })
      : accepted();
  await eventually(() => expect(known.batches()).toHaveLength(1));
  expect(await known.enishi("referral")).toEqual({
    code: "7K9M2QXB",
    offer: {},
    from: null,
  });
});

test("a code that could not be checked may be checked again", async () => {
  const visit = visitPage("?via=7K9M2QXB");
  visit.collector.answer = () => {
    throw new TypeError("Failed to fetch");
  };
  expect(await visit.enishi("referral")).toBeNull();
  visit.collector.answer = (url) =>
    url.endsWith("check")
      ? Response.json({ valid: true, code: "7K9M2QXB", offer: {}, from: null })
      : accepted();
  expect(await visit.enishi("referral")).toMatchObject({ code: "7K9M2QXB" });
});

test("what is too long for keepalive is sent without it", async () => {
  const fetch = vi
    .spyOn(window, "fetch")
    .mockImplementation(async () => accepted());
  const visit = visitPage("");
  visit.collector.answer = () => {
    throw new TypeError("Failed to fetch");
  };
  await visit.enishi("track", "looked", { at: "much".repeat(6_000) });
  const [url, init] = fetch.mock.calls.at(-1) ?? [];
  expect(url).toBe("https://ref.shop.example/v1/events");
  expect(init).not.toHaveProperty("keepalive");
  fetch.mockRestore();
});

test("until consent nothing is stored and no visitor is sent, but a sale goes with its touch", async () => {
  const visit = visitPage("?via=7K9M2QXB", { consent: "required" });
  await visit.enishi("sale", { orderId: "1", amountMinor: 1, currency: "JPY" });
  const [batch] = visit.batches();
  expect(batch).not.toHaveProperty("visitor");
  expect(batch?.events).toMatchObject([
    { type: "sale", touch: { last: { code: "7K9M2QXB" } } },
  ]);
  expect(document.cookie).toBe("");
  expect(localStorage.length).toBe(0);
  expect(location.search).toBe("?via=7K9M2QXB");
  await visit.enishi("consent", "granted");
  expect(visit.batches()[1]?.events).toMatchObject([{ type: "click" }]);
  expect(cookie()).toContain("7K9M2QXB");
  await eventually(() => expect(location.search).toBe(""));
  await visit.enishi("consent", "denied");
  expect(document.cookie).toBe("");
  expect(localStorage.length).toBe(0);
});

test("without a word on the page the site's setting decides, once", async () => {
  const visit = visitPage("?via=7K9M2QXB", { consent: undefined });
  visit.collector.answer = (url) =>
    url.includes("/v1/settings?site=pk_test")
      ? Response.json({ consent: "required" })
      : accepted();
  expect(await visit.enishi("context")).toMatchObject({ mayStore: false });
  await visit.enishi("track", "looked");
  expect(document.cookie).toBe("");
  const agreed = visitPage("?via=7K9M2QXB", { consent: undefined });
  const setting = Promise.withResolvers<Response>();
  agreed.collector.answer = (url) =>
    url.includes("settings") ? setting.promise : accepted();
  const lead = agreed.enishi("lead", { id: "L1" });
  await eventually(() => expect(agreed.requests).toHaveLength(1));
  expect(location.search).toBe("?via=7K9M2QXB");
  setting.resolve(Response.json({ consent: "granted" }));
  await lead;
  await eventually(() => expect(location.search).toBe(""));
  const asked = agreed.requests.filter(({ url }) => url.includes("settings"));
  expect(asked).toHaveLength(1);
  const later = visitPage("", { consent: undefined });
  expect(await later.enishi("context")).toMatchObject({ mayStore: true });
  expect(later.requests).toEqual([]);
});

test("a lead without an id has one id on this device and page", async () => {
  const visit = visitPage("");
  await visit.enishi("lead");
  await visitPage("").enishi("lead", { id: "own" });
  const again = visitPage("");
  await again.enishi("lead");
  const [[first], [second]] = [visit, again].map((each) =>
    each.batches().map(({ events }) => events[0]),
  ) as [unknown[], unknown[]];
  expect(first).toMatchObject({ type: "lead" });
  expect(second).toHaveProperty(
    "orderId",
    (first as { orderId: string }).orderId,
  );
});

test("gross profit never leaves the page", async () => {
  const visit = visitPage("");
  const careless = {
    orderId: "1",
    amountMinor: 1,
    currency: "JPY",
    grossProfitMinor: 40_000,
  };
  await visit.enishi("sale", careless);
  expect(String(visit.requests[0]?.init?.body)).not.toContain("rossProfit");
});

test("an event that could not be sent waits on the device and keeps its id", async () => {
  const visit = visitPage("");
  visit.collector.answer = () => new Response("", { status: 503 });
  await visit.enishi("lead", { id: "L1" });
  const [kept] = Object.keys(localStorage).filter((key) =>
    key.startsWith("_enishi_queue:"),
  );
  const { id } = visit.batches()[0]?.events[0] ?? {};
  expect(kept).toBe(`_enishi_queue:1${id}`);
  const next = visitPage("", {}, noon + 1000);
  await eventually(() => expect(next.batches()).toHaveLength(1));
  expect(next.batches()[0]?.events[0]?.id).toBe(id);
  await eventually(() => expect(localStorage).not.toHaveProperty(kept ?? ""));
});

test("what is a day old is given up, and the device keeps thirty unsent events at most", async () => {
  const visit = visitPage("");
  visit.collector.answer = () => new Response("", { status: 503 });
  for (let count = 0; count < 32; count++)
    await visit.enishi("track", "looked");
  const kept = () =>
    Object.keys(localStorage).filter((key) => key.includes("queue"));
  expect(kept()).toHaveLength(30);
  const next = visitPage("", {}, noon + 25 * 60 * 60 * 1000);
  await eventually(() => expect(kept()).toEqual([]));
  expect(next.batches()).toEqual([]);
});

test("an order is never given up: the clock by which it is a day old may have been wrong", async () => {
  const visit = visitPage("");
  visit.collector.answer = () => new Response("", { status: 503 });
  await visit.enishi("track", "looked");
  await visit.enishi("lead", { id: "L1" });
  await visit.enishi("sale", {
    orderId: "S1",
    amountMinor: 1,
    currency: "JPY",
  });
  const next = visitPage("", {}, noon + 400 * 24 * 60 * 60 * 1000);
  const sent = () => next.batches().flatMap(({ events }) => events);
  await eventually(() => expect(sent()).toHaveLength(2));
  expect(
    sent()
      .map(({ type }) => type)
      .sort(),
  ).toEqual(["lead", "sale"]);
});

test("while the collector asked for a pause, calls settle at once and nothing is sent", async () => {
  const visit = visitPage("");
  visit.collector.answer = () =>
    new Response("", { status: 429, headers: { "retry-after": "60" } });
  await visit.enishi("track", "looked");
  await visit.enishi("track", "looked again");
  expect(visit.batches()).toHaveLength(1);
});

test("a failed event is sent again by itself", async () => {
  const visit = visitPage("");
  visit.collector.answer = () =>
    new Response("", { status: 503, headers: { "retry-after": "0.02" } });
  await visit.enishi("track", "looked");
  visit.collector.answer = accepted;
  await eventually(() => expect(visit.batches().length).toBeGreaterThan(1));
  const ids = visit.batches().map(({ events }) => events[0]?.id);
  expect(new Set(ids).size).toBe(1);
});

test("where fetch is blocked a single sale goes by the pixel, without mail or customer", async () => {
  const sources: string[] = [];
  const image = vi
    .spyOn(HTMLImageElement.prototype, "src", "set")
    .mockImplementation(function (this: HTMLImageElement, source) {
      sources.push(source);
      queueMicrotask(() => this.dispatchEvent(new Event("load")));
    });
  const blocked = () => {
    throw new TypeError("Failed to fetch");
  };
  const sale = { orderId: "1", amountMinor: 1, currency: "JPY" };
  const visit = visitPage("");
  visit.collector.answer = blocked;
  await visit.enishi("sale", sale);
  expect(sources).toHaveLength(1);
  const { origin, pathname, searchParams } = new URL(sources[0] ?? "");
  expect(origin + pathname).toBe("https://ref.shop.example/v1/seen.gif");
  expect(Object.fromEntries(searchParams)).toMatchObject({
    site: "pk_test",
    type: "sale",
    orderId: "1",
    amountMinor: "1",
  });
  expect(Object.keys(localStorage)).toEqual(["_enishi"]);
  const known = visitPage("");
  known.collector.answer = blocked;
  await known.enishi("sale", { ...sale, customer: { id: "7" } });
  const tracked = visitPage("");
  tracked.collector.answer = blocked;
  await tracked.enishi("track", "looked", { plan: "pro" });
  expect(sources).toHaveLength(1);
  image.mockRestore();
});

test("where the pixel comes two points wide the event was refused for now: it stays, and is not told as recorded", async () => {
  const src = Object.getOwnPropertyDescriptor(
    HTMLImageElement.prototype,
    "src",
  ) as PropertyDescriptor;
  let picture = twoPoints;
  const image = vi
    .spyOn(HTMLImageElement.prototype, "src", "set")
    .mockImplementation(function (this: HTMLImageElement) {
      src.set?.call(this, `data:image/gif;base64,${picture}`);
    });
  const recorded = vi.fn();
  document.addEventListener("enishi:recorded", recorded);
  const visit = visitPage("");
  visit.collector.answer = () => {
    throw new TypeError("Failed to fetch");
  };
  await visit.enishi("sale", {
    orderId: "1",
    amountMinor: 1,
    currency: "JPY",
  });
  expect(image).toHaveBeenCalledTimes(1);
  expect(recorded).not.toHaveBeenCalled();
  expect(Object.keys(localStorage)).toHaveLength(2);
  picture = onePoint;
  dispatchEvent(new Event("online"));
  await eventually(() => expect(recorded).toHaveBeenCalledTimes(1));
  expect(Object.keys(localStorage)).toEqual(["_enishi"]);
  image.mockRestore();
});

test("what is not the collector's own answer is no answer: the event stays", async () => {
  const strangers = [
    new Response("<h1>Welcome to our Wi-Fi</h1>"),
    new Response("accepted!", { status: 202 }),
    new Response("<h1>nginx</h1>", { status: 404 }),
    Response.json({ message: "forbidden" }, { status: 403 }),
  ];
  for (const answer of strangers) {
    newVisitor();
    const visit = visitPage("");
    visit.collector.answer = () => answer.clone();
    await visit.enishi("lead", { id: "L1" });
    const keys = Object.keys(localStorage);
    expect(keys.filter((key) => key.includes("queue"))).toHaveLength(1);
  }
});

test("what earlier libraries did to toJSON does not reach the wire", async () => {
  const polluted = [Array, String, Number] as { prototype: object }[];
  for (const { prototype } of polluted) {
    Object.defineProperty(prototype, "toJSON", {
      configurable: true,
      value(this: unknown) {
        return `"${this}"`;
      },
    });
  }
  try {
    const visit = visitPage("");
    await visit.enishi("track", "looked", { plan: "pro" });
    const body = String(visit.requests[0]?.init?.body);
    for (const { prototype } of polluted) {
      Reflect.deleteProperty(prototype, "toJSON");
    }
    expect(JSON.parse(body).events).toMatchObject([
      {
        name: "looked",
        props: { plan: "pro" },
      },
    ]);
  } finally {
    for (const { prototype } of polluted) {
      Reflect.deleteProperty(prototype, "toJSON");
    }
  }
});

test("a browser with Global Privacy Control keeps nothing until the page says that it may", async () => {
  Object.defineProperty(navigator, "globalPrivacyControl", {
    configurable: true,
    value: true,
  });
  try {
    const visit = visitPage("?via=7K9M2QXB");
    expect(await visit.enishi("context")).toMatchObject({
      visitor: undefined,
      mayStore: false,
      code: "7K9M2QXB",
    });
    await visit.enishi("lead", { id: "L1" });
    expect(visit.batches()).toHaveLength(1);
    expect(visit.batches()[0]).not.toHaveProperty("visitor");
    expect(document.cookie).toBe("");
    expect(localStorage.length).toBe(0);
    expect(location.search).toBe("?via=7K9M2QXB");
    await visit.enishi("consent", "granted");
    expect(cookie()).toContain("7K9M2QXB");
  } finally {
    Reflect.deleteProperty(navigator, "globalPrivacyControl");
  }
});

test("the address keeps its code where nothing could be stored", async () => {
  const storage = vi
    .spyOn(Storage.prototype, "setItem")
    .mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
  const mirror = vi
    .spyOn(window, "localStorage", "get")
    .mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
  Object.defineProperty(document, "cookie", {
    configurable: true,
    get: () => "",
    set: () => {},
  });
  const visit = visitPage("?via=7K9M2QXB");
  await eventually(() => expect(visit.batches()).toHaveLength(1));
  expect(location.search).toBe("?via=7K9M2QXB");
  Reflect.deleteProperty(document, "cookie");
  mirror.mockRestore();
  storage.mockRestore();
});

test("a refused event is dropped and said on the document", async () => {
  const visit = visitPage("");
  const errors: unknown[] = [];
  const recorded: unknown[] = [];
  await visit.enishi("on", "error", (error) => errors.push(error));
  await visit.enishi("on", "recorded", (event) => recorded.push(event));
  visit.collector.answer = () =>
    Response.json(
      { code: "body_too_large", detail: "Expected" },
      { status: 413 },
    );
  await visit.enishi("lead", { id: "L1" });
  expect(errors).toEqual([{ code: "body_too_large", message: "Expected" }]);
  visit.collector.answer = () =>
    Response.json(
      { refused: [{ index: 0, code: "invalid_field", message: "No" }] },
      { status: 202 },
    );
  await visit.enishi("lead", { id: "L1" });
  expect(errors).toHaveLength(2);
  expect(recorded).toEqual([]);
  visit.collector.answer = accepted;
  await visit.enishi("lead", { id: "L1" });
  expect(recorded).toEqual([{ type: "lead" }]);
  expect(Object.keys(localStorage)).toEqual(["_enishi"]);
});

test("a blocked fetch, a throwing one and storage that throws never reach the page", async () => {
  const visit = visitPage("", { collector: location.origin });
  visit.collector.answer = () => {
    throw new TypeError("Failed to fetch");
  };
  const storage = vi
    .spyOn(Storage.prototype, "setItem")
    .mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
  await expect(visit.enishi("lead", { id: "L1" })).resolves.toBeUndefined();
  await expect(visit.enishi("sale", null as never)).resolves.toBeUndefined();
  await expect(
    (visit.enishi as (name: string) => Promise<unknown>)("nonsense"),
  ).resolves.toBeUndefined();
  storage.mockRestore();
});

test("forget leaves nothing on the device", async () => {
  const visit = visitPage("?via=7K9M2QXB");
  await eventually(() => expect(visit.batches()).toHaveLength(1));
  localStorage._enishi_member = "{}";
  localStorage.theirs = "1";
  await visit.enishi("forget");
  expect(document.cookie).toBe("");
  expect(Object.keys(localStorage)).toEqual(["theirs"]);
  expect(await visit.enishi("referral")).toBeNull();
});

test("whoever withdraws consent is forgotten by the collector too, and nobody else tells it anything", async () => {
  const stranger = visitPage("");
  await stranger.enishi("consent", "denied");
  expect(stranger.requests).toEqual([]);
  newVisitor();

  const visit = visitPage("?via=7K9M2QXB");
  await eventually(() => expect(visit.batches()).toHaveLength(1));
  const [{ visitor }] = visit.batches() as [EventBatch];
  await visit.enishi("consent", "denied");
  await eventually(() => expect(visit.batches()).toHaveLength(2));
  const told = visit.batches().at(-1);
  expect(told).not.toHaveProperty("visitor");
  expect(told?.events).toMatchObject([{ type: "forget", visitor }]);
  expect(document.cookie).toBe("_enishi=0");
  expect({ ...localStorage }).toEqual({ _enishi: "0" });
});

test("a refusal outlasts the page, whatever the next one's setting, until the visitor says otherwise", async () => {
  const visit = visitPage("?via=7K9M2QXB");
  await eventually(() => expect(visit.batches()).toHaveLength(1));
  await visit.enishi("consent", "denied");
  const next = visitPage("?via=BCDF2345");
  await next.enishi("track", "looked");
  expect(await next.enishi("context")).toMatchObject({
    mayStore: false,
    visitor: undefined,
  });
  expect(next.batches()[0]).not.toHaveProperty("visitor");
  expect(cookie()).toBe("0");
  const open = visitPage("");
  await open.enishi("sale", { orderId: "1", amountMinor: 1, currency: "JPY" });
  expect(cookie()).toBe("0");

  await open.enishi("consent", "granted");
  expect(cookie()).not.toBe("0");
  const later = visitPage("");
  expect(await later.enishi("context")).toMatchObject({ mayStore: true });
  await later.enishi("consent", "denied");
  await later.enishi("forget");
  expect(document.cookie).toBe("");
  expect(localStorage.length).toBe(0);
});

test("where nothing is kept without a yes, a no needs no note", async () => {
  const visit = visitPage("?via=7K9M2QXB", { consent: "required" });
  await visit.enishi("consent", "granted");
  await visit.enishi("consent", "denied");
  expect(document.cookie).toBe("");
  await eventually(() => expect(localStorage.length).toBe(0));
});

test("a page that has broken what a click is made with never hears of it", async () => {
  const rejected = vi.fn();
  addEventListener("unhandledrejection", rejected);
  const broken = vi.spyOn(JSON, "stringify").mockImplementation(() => {
    throw new Error("broken by the page");
  });
  const { enishi } = visitPage("?via=7K9M2QXB");
  await enishi("context");
  // A rejection that nobody handles is told after the turn in which it came.
  await new Promise((resolve) => setTimeout(resolve, 50));
  broken.mockRestore();
  removeEventListener("unhandledrejection", rejected);
  expect(rejected).not.toHaveBeenCalled();
});

test("a sibling host's mirror is no consent where the cookie is gone", async () => {
  const consent = "required";
  const visit = visitPage("?via=7K9M2QXB", { consent });
  await visit.enishi("consent", "granted");
  await eventually(() => expect(visit.batches()).toHaveLength(1));
  const mirror = localStorage._enishi;
  await visit.enishi("consent", "denied");
  // The cookie is the whole domain's, storage each host's own.
  localStorage._enishi = mirror;
  const sibling = visitPage("", { consent }, noon + 1);
  expect(await sibling.enishi("context")).toMatchObject({
    ...{ mayStore: false, visitor: undefined, code: undefined },
  });
  await sibling.enishi("forget");
});

test("another cookie whose name ends like ours is not ours", async () => {
  // biome-ignore lint/suspicious/noDocumentCookie: the tests of a cookie
  document.cookie = "shop-_enishi=0;path=/";
  const { enishi } = visitPage("?via=7K9M2QXB");
  expect(await enishi("context")).toMatchObject({ mayStore: true });
  // biome-ignore lint/suspicious/noDocumentCookie: the tests of a cookie
  document.cookie = "shop-_enishi=;path=/;max-age=0";
});

test("where a cookie cannot be kept its mirror counts", async () => {
  const visit = visitPage("?via=7K9M2QXB");
  await eventually(() => expect(visit.batches()).toHaveLength(1));
  // biome-ignore lint/suspicious/noDocumentCookie: Safari erases it after seven days
  document.cookie = "_enishi=;path=/;max-age=0";
  expect(await visitPage("").enishi("context")).toMatchObject({
    code: "7K9M2QXB",
    visitor: visit.batches()[0]?.visitor,
  });
});

test("a withdrawal without network waits alone on the device, whatever the next page may keep, and is told however late", async () => {
  const visit = visitPage("?via=7K9M2QXB");
  await eventually(() => expect(visit.batches()).toHaveLength(1));
  const [{ visitor }] = visit.batches() as [EventBatch];
  visit.collector.isGone = true;
  await visit.enishi("track", "unsent");
  await visit.enishi("consent", "denied");
  expect(document.cookie).toBe("_enishi=0");
  const [kept, another] = keptEvents();
  expect(another).toBeUndefined();
  expect(JSON.parse(localStorage[`${kept}`])).toMatchObject({
    type: "forget",
    visitor,
  });

  const nextMonth = noon + 30 * 24 * 60 * 60 * 1000;
  const next = visitPage("", { consent: "required" }, nextMonth);
  await eventually(() => expect(next.batches()).toHaveLength(1));
  expect(next.batches()[0]).not.toHaveProperty("visitor");
  expect(next.batches()[0]?.events).toMatchObject([
    { type: "forget", visitor, at: nextMonth },
  ]);
  await eventually(() => expect(keptEvents()).toEqual([]));
  // The page is still there, and would send it again.
  visit.collector.isGone = false;
});

test("a second withdrawal without network leaves the first one waiting too", async () => {
  const first = visitPage("?via=7K9M2QXB");
  await eventually(() => expect(first.batches()).toHaveLength(1));
  const offline = () => {
    throw new TypeError("Failed to fetch");
  };
  first.collector.answer = offline;
  await first.enishi("forget");
  const second = visitPage("?via=7K9M2QXB", {}, noon + 1000);
  second.collector.answer = offline;
  await second.enishi("track", "looked");
  await second.enishi("forget");
  await eventually(() => expect(keptEvents()).toHaveLength(2));

  first.collector.answer = accepted;
  second.collector.answer = accepted;
  dispatchEvent(new Event("online"));
  await eventually(() => expect(localStorage.length).toBe(0));
});

test("who may not be named sends nothing that an earlier page kept", async () => {
  const visit = visitPage("");
  visit.collector.answer = () => new Response("", { status: 503 });
  await visit.enishi("track", "unsent");
  expect(keptEvents()).toHaveLength(1);
  localStorage.removeItem("_enishi");
  // biome-ignore lint/suspicious/noDocumentCookie: as if another page had erased it
  document.cookie = "_enishi=;path=/;max-age=0";
  const next = visitPage("", { consent: "required" });
  await eventually(() => expect(next.loaded).toContain("on-demand"));
  await next.enishi("view", { surface: "share" });
  await eventually(() => expect(next.batches()).toHaveLength(1));
  expect(next.batches()[0]?.events.map(({ type }) => type)).toEqual(["view"]);
  expect(keptEvents()).toHaveLength(1);
});

test("an open tab that is come back to sends what a closed one could not, once", async () => {
  const open = visitPage("");
  // Another moment, as its ids are others.
  const closed = visitPage("", {}, noon + 1);
  await open.enishi("track", "looked");
  closed.collector.answer = () => new Response("", { status: 503 });
  await closed.enishi("lead", { id: "L1" });
  const { id } = closed.batches()[0]?.events[0] ?? {};
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  await eventually(() => expect(keptEvents()).toEqual([]));
  const sent = open.batches().flatMap(({ events }) => events);
  expect(sent.filter((event) => event.id === id)).toHaveLength(1);
});

test("a collector that never answers is given up, and asked again under the same id", async () => {
  const patience: AbortController[] = [];
  const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
    patience.push(new AbortController());
    return (patience.at(-1) as AbortController).signal;
  });
  const visit = visitPage("");
  visit.collector.answer = (_url, init) =>
    new Promise((_, reject) =>
      init?.signal?.addEventListener("abort", () =>
        reject(init.signal?.reason),
      ),
    );
  const settled = visit.enishi("lead", { id: "L1" });
  await eventually(() => expect(visit.batches()).toHaveLength(1));
  expect(timeout).toHaveBeenLastCalledWith(30_000);
  visit.collector.answer = accepted;
  patience[0]?.abort();
  await settled;
  await eventually(() => expect(visit.batches()).toHaveLength(2));
  const [first, second] = visit.batches();
  expect(second?.events).toEqual(first?.events);
  timeout.mockRestore();
});

test("a withdrawal in one tab holds in the others: they keep nothing and name nobody", async () => {
  const one = visitPage("?via=7K9M2QXB");
  await eventually(() => expect(one.batches()).toHaveLength(1));
  const other = visitPage("");
  expect((await other.enishi("context"))?.visitor).toBeTruthy();

  await one.enishi("consent", "denied");
  await other.enishi("track", "looked");
  expect(other.batches()).toHaveLength(1);
  expect(other.batches()[0]).not.toHaveProperty("visitor");
  expect(other.batches()[0]?.events[0]).not.toHaveProperty("touch");
  expect(await other.enishi("context")).toMatchObject({ mayStore: false });
  expect(cookie()).toBe("0");
  expect(Object.keys(localStorage)).toEqual(["_enishi"]);

  await other.enishi("consent", "granted");
  await other.enishi("track", "looked again");
  expect(other.batches()[1]?.visitor).not.toBe(one.batches()[0]?.visitor);
});

test("where the site's setting cannot be had, the collector is asked again, and the referral is kept once it answers", async () => {
  const visit = visitPage("?via=7K9M2QXB", { consent: undefined });
  const errors: unknown[] = [];
  await visit.enishi("on", "error", (error) => errors.push(error));
  visit.collector.answer = () => {
    throw new TypeError("Failed to fetch");
  };
  await visit.enishi("lead", { id: "L1" });
  expect(document.cookie).toBe("");
  expect(location.search).toBe("?via=7K9M2QXB");
  expect(errors).not.toEqual([]);
  visit.collector.answer = (url) =>
    url.includes("settings")
      ? Response.json({ consent: "granted" })
      : accepted();
  await eventually(() => expect(cookie()).toContain("7K9M2QXB"));
  const types = () =>
    visit.batches().flatMap(({ events }) => events.map(({ type }) => type));
  await eventually(() => expect(types()).toContain("click"));
});

test("a waiting sale and lead outlast any number of lesser events, and the newest of these remain", async () => {
  const visit = visitPage("");
  visit.collector.isGone = true;
  await visit.enishi("sale", { orderId: "1", amountMinor: 1, currency: "JPY" });
  await visit.enishi("lead", { id: "L1" });
  for (let count = 0; count < 40; count += 1) {
    visit.clock.now += 1;
    await visit.enishi("track", `event-${count}`);
  }
  const kept = keptEvents().map((key) => JSON.parse(localStorage[key]));
  expect(kept).toHaveLength(30);
  expect(kept.map(({ type }) => type)).toEqual(
    expect.arrayContaining(["sale", "lead"]),
  );
  const names = kept.map(({ name }) => name);
  expect(names).toContain("event-39");
  expect(names).not.toContain("event-0");
});

test("a sale with a long token waits on the device; what is too long is told as not kept", async () => {
  const visit = visitPage("");
  const errors: unknown[] = [];
  await visit.enishi("on", "error", (error) => errors.push(error));
  visit.collector.answer = () => new Response("", { status: 503 });
  await visit.enishi("sale", { token: "t".repeat(4_000) });
  expect(keptEvents()).toHaveLength(1);
  expect(errors).toEqual([]);
  await visit.enishi("track", "long", { at: "much".repeat(2_000) });
  expect(keptEvents()).toHaveLength(1);
  expect(errors).toMatchObject([{ code: "not_kept" }]);
});

test("an element that comes later brings the widget", async () => {
  const visit = visitPage("");
  await visit.enishi("on", "referral", () => {});
  expect(visit.loaded).toEqual([]);
  const element = document.createElement("enishi-share");
  document.body.append(element);
  await eventually(() => expect(visit.loaded).toContain("widget"));
  await visit.enishi("view", { surface: "share" });
  expect(visit.loaded).not.toContain("on-demand");
  element.remove();
});

test("forms carry code and visitor, links to the shop's other domains the code", async () => {
  const form = document.createElement("form");
  const link = document.createElement("a");
  link.href = "https://www.other.example/cart?x=1";
  document.body.append(form, link);
  const visit = visitPage("?via=7K9M2QXB", {
    forms: "all",
    domains: "third.example, other.example",
  });
  const field = (name: string) =>
    form.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value;
  await eventually(() => expect(field("enishi_code")).toBe("7K9M2QXB"));
  const { visitor } = (await visit.enishi("context")) ?? {};
  expect(field("enishi_friend")).toBe(visitor);
  await eventually(() => {
    link.dispatchEvent(
      new PointerEvent("auxclick", { bubbles: true, button: 1 }),
    );
    expect(link.href).toBe(
      `https://www.other.example/cart?x=1&via=7K9M2QXB&enishi-at=${noon.toString(36)}`,
    );
  });
  form.remove();
  link.remove();
});

test("a link inside an open shadow root carries the code to the shop's other domain", async () => {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = '<a href="https://www.other.example/cart"><b>Cart</b></a>';
  document.body.append(host);
  const visit = visitPage("?via=7K9M2QXB", { domains: "other.example" });
  await eventually(() => expect(visit.loaded).toContain("on-demand"));
  await eventually(() => {
    root.querySelector("b")?.dispatchEvent(
      new PointerEvent("auxclick", {
        bubbles: true,
        composed: true,
        button: 1,
      }),
    );
    expect(root.querySelector("a")?.href).toBe(
      `https://www.other.example/cart?via=7K9M2QXB&enishi-at=${noon.toString(36)}`,
    );
  });
  host.remove();
});

test("who listens for ready too late is told at once, and once", async () => {
  const { enishi } = visitPage("");
  const listener = vi.fn();
  await enishi("on", "ready", listener);
  await enishi("context");
  expect(listener).toHaveBeenCalledTimes(1);
});

test("the tracker registers itself for the elements", () => {
  const { enishi } = visitPage("");
  expect(Reflect.get(document, Symbol.for("enishi"))).toBe(enishi);
  openPage("");
});
