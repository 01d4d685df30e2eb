import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import type { EventBatch } from "../protocol/events.ts";
import { maxBodyBytes, maxEventsPerBatch } from "../protocol/limits.ts";
import { accepted, newVisitor, noon, visitPage } from "./test-visit.ts";

beforeEach(newVisitor);
afterEach(() => {
  vi.restoreAllMocks();
  newVisitor();
});

const sale = { orderId: "1001", amountMinor: 100_000, currency: "JPY" };
const consents = ["granted", "required"] as const;
const isKept = (key: string) => key.includes("_queue:");
const problem = (code: string, status: number) =>
  Response.json({ code, detail: "No" }, { status });

/** A collector with the real one's bounds, which cannot read what has the word `poison` in it, and what it has taken. */
function openCollector() {
  const stored: string[] = [];
  const answer = (_url: string, init?: RequestInit) => {
    const body = String(init?.body);
    if (new Blob([body]).size > maxBodyBytes) {
      return problem("body_too_large", 413);
    }
    const { events } = JSON.parse(body) as EventBatch;
    if (events.length > maxEventsPerBatch || body.includes("poison")) {
      return problem("invalid_field", 400);
    }
    stored.push(
      ...events.map((event) => ("name" in event ? event.name : event.type)),
    );
    return accepted();
  };
  return { stored, answer };
}

test.for(consents)(
  "an order is stored though what is told with it is together too long, or unreadable: consent %s",
  async (consent) => {
    const visit = visitPage("", { consent });
    const { stored, answer } = openCollector();
    visit.collector.answer = answer;
    const errors: unknown[] = [];
    await visit.enishi("on", "error", (error) => errors.push(error));
    const told = Array.from({ length: 9 }, (_, n) =>
      visit.enishi("track", `cart ${n}`, { items: "茶".repeat(4_000) }),
    );
    told.push(visit.enishi("sale", sale), visit.enishi("track", "poison"));
    await Promise.all(told);
    await eventually(() => expect(stored).toHaveLength(10));
    expect(stored).toContain("sale");
    await eventually(() =>
      expect(errors).toContainEqual({ code: "invalid_field", message: "No" }),
    );
    await eventually(() =>
      expect(Object.keys(localStorage).filter(isKept)).toEqual([]),
    );
  },
);

test("a hundred and fifty calls in one moment are all stored", async () => {
  const visit = visitPage("");
  const { stored, answer } = openCollector();
  visit.collector.answer = answer;
  for (let n = 0; n < 150; n += 1) void visit.enishi("track", `event ${n}`);
  await visit.enishi("sale", sale);
  await eventually(() => expect(new Set(stored).size).toBe(151));
});

test("what the device holds leaves in requests that the collector can take", async () => {
  const visit = visitPage("");
  visit.collector.answer = () => new Response("", { status: 503 });
  for (let n = 0; n < 25; n += 1) {
    await visit.enishi("track", `event ${n}`, { items: "茶".repeat(4_500) });
  }
  const next = visitPage("", {}, noon + 1_000);
  const { stored, answer } = openCollector();
  next.collector.answer = answer;
  await eventually(() => expect(stored).toHaveLength(25));
  for (const { init } of next.requests) {
    expect(new Blob([String(init?.body)]).size).toBeLessThan(maxBodyBytes);
  }
});

test.for(consents)(
  "what cannot be sent at all fails alone: consent %s",
  async (consent) => {
    const visit = visitPage("", { consent });
    const codes: unknown[] = [];
    await visit.enishi("on", "error", (error) =>
      codes.push((error as { code: string }).code),
    );
    const circular: Record<string, unknown> = {};
    circular.itself = circular;
    const told = [
      visit.enishi("track", "big", { amount: 10n } as never),
      visit.enishi("sale", sale),
      visit.enishi("track", "round", circular as never),
      visit.enishi("view", { surface: "share" }),
    ];
    await Promise.all(told);
    const sent = visit.batches().flatMap(({ events }) => events);
    expect(sent.map(({ type }) => type).sort()).toEqual(["sale", "view"]);
    expect(codes).toEqual(["failed", "failed"]);
  },
);

test("a call says what its objects were when it was made", async () => {
  const visit = visitPage("");
  const order = { orderId: "1", amountMinor: 1, currency: "JPY" };
  const lead = { id: "lead-1" };
  const props = { colour: "red" };
  const sale = { ...order, customer: { id: "hanako" } };
  const told = [
    visit.enishi("sale", sale),
    visit.enishi("lead", lead),
    visit.enishi("track", "chosen", props),
    visit.enishi("track", "bare", undefined),
  ];
  sale.orderId = "2";
  sale.customer.id = "taro";
  lead.id = "lead-2";
  props.colour = "blue";
  await Promise.all(told);
  const sent = visit.batches().flatMap(({ events }) => events);
  expect(sent).toMatchObject([
    { ...order, customer: { id: "hanako" } },
    { orderId: "lead-1" },
    { props: { colour: "red" } },
    { name: "bare" },
  ]);
  expect(sent[3]).not.toHaveProperty("props");
});

test("what the page makes of its own object later is not what it said", async () => {
  const visit = visitPage("");
  visit.collector.answer = () =>
    new Response("", { status: 503, headers: { "retry-after": "0.02" } });
  const props: Record<string, unknown> = { colour: "red" };
  await visit.enishi("track", "chosen", props as never);
  props.itself = props;
  const { stored, answer } = openCollector();
  visit.collector.answer = answer;
  await eventually(() => expect(stored).toEqual(["chosen"]));
});

test.for([
  [401, "unknown_site"],
  [403, "origin_not_allowed"],
] as const)(
  "an order that met a shop's wrong setting (%i %s) is told of, waits and reaches a later page's collector",
  async ([status, code]) => {
    const visit = visitPage("");
    const errors: unknown[] = [];
    await visit.enishi("on", "error", (error) => errors.push(error));
    visit.collector.answer = () => problem(code, status);
    await visit.enishi("sale", sale);
    await visit.enishi("track", "looked");
    expect(errors).toContainEqual({ code, message: "No" });
    // No tight loop: the second one waits for the first one's pause.
    expect(visit.batches()).toHaveLength(1);
    expect(Object.keys(localStorage).filter(isKept)).toHaveLength(2);
    const next = visitPage("", {}, noon + 1_000);
    const { stored, answer } = openCollector();
    next.collector.answer = answer;
    await eventually(() => expect(stored.sort()).toEqual(["looked", "sale"]));
  },
);

test("an order is sent from a page whose addEventListener throws", async () => {
  vi.spyOn(window, "addEventListener").mockImplementation(() => {
    throw new TypeError("No");
  });
  const visit = visitPage("?via=7K9M2QXB");
  await visit.enishi("sale", sale);
  await eventually(() =>
    expect(
      visit.batches().flatMap(({ events }) => events.map(({ type }) => type)),
    ).toEqual(expect.arrayContaining(["click", "sale"])),
  );
});
