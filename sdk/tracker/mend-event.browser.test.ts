import { expect, test } from "vitest";
import type { EventBatch } from "../protocol/events.ts";
import { newVisitor, visitPage } from "./test-visit.ts";

/** As the collector: an id is text, and null or nothing is no value. */
const isBad = (event: object) =>
  /:(null|"")|"(id|orderId)":\d/.test(JSON.stringify(event));

test("an order with empty fields or numbered ids is taken, and nothing is told as refused", async () => {
  newVisitor();
  const visit = visitPage("");
  const taken: object[] = [];
  visit.collector.answer = (_url, init) => {
    const { events } = JSON.parse(String(init?.body)) as EventBatch;
    taken.push(...events.filter((event) => !isBad(event)));
    const refused = events.flatMap((event, index) =>
      isBad(event) ? [{ index, id: event.id, code: "invalid_field" }] : [],
    );
    return Response.json({ accepted: 1, duplicate: 0, refused });
  };
  const errors: unknown[] = [];
  const note = (event: Event) => errors.push((event as CustomEvent).detail);
  document.addEventListener("enishi:error", note);
  const customer = { id: 7, email: "" };
  const price = { amountMinor: 10, currency: "JPY" };
  const sale = { orderId: 1001, ...price, code: "", token: null, customer };
  await visit.enishi("sale", sale as never);
  await visit.enishi("lead", { id: 8, email: null } as never);
  await visit.enishi("lead", { id: "", email: "" });
  expect(taken).toMatchObject([
    { type: "sale", orderId: "1001", ...price, customer: { id: "7" } },
    { type: "lead", orderId: "8" },
    { type: "lead", orderId: expect.stringContaining("/") },
  ]);
  expect(errors).toEqual([]);
  // What no mending helps is refused as ever.
  await visit.enishi("track", "chosen", { colour: null });
  expect(errors).toMatchObject([{ code: "invalid_field" }]);
  document.removeEventListener("enishi:error", note);
});
