import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import type { EventBatch } from "../protocol/events.ts";
import { newVisitor, type TestVisit, visitPage } from "./test-visit.ts";

const fixtures = import.meta.glob<EventBatch>("../protocol/fixtures/*.json", {
  eager: true,
  import: "default",
});

const sale = { orderId: "1001", amountMinor: 100_000, currency: "JPY" };
const code = "7K9M2QXB";

/** What a page does for each golden message; `null` is the arrival alone. */
const pages: Record<
  string,
  ((visit: TestVisit, token: string | undefined) => Promise<unknown>) | null
> = {
  click: null,
  "click-from-redirect": null,
  "click-from-other-domain": null,
  view: ({ enishi }) => enishi("view", { surface: "share", code }),
  share: ({ enishi }) => enishi("share", { code, channel: "line" }),
  copy: ({ enishi }) => enishi("copy", { code }),
  lead: ({ enishi }) =>
    enishi("lead", { id: "brochure-7", email: "taro@friend.example" }),
  "lead-without-id": ({ enishi }) => enishi("lead"),
  "lead-signed": ({ enishi }, token = "") => enishi("lead", { token }),
  sale: ({ enishi }) =>
    enishi("sale", {
      ...sale,
      marginClass: "default",
      customer: { id: "customer-8", email: "taro@friend.example" },
      code,
    }),
  "sale-signed": ({ enishi }, token = "") => enishi("sale", { token }),
  custom: ({ enishi }) =>
    enishi("track", "trial started", { plan: "pro", seats: 3, yearly: true }),
  forget: ({ enishi }) => enishi("forget"),
};

beforeEach(newVisitor);
afterEach(newVisitor);

test.for(Object.entries(pages))(
  "the tracker sends %s as agreed",
  async ([name, act]) => {
    const home = location.pathname;
    const fixture = fixtures[`../protocol/fixtures/${name}.json`];
    const [event] = fixture?.events ?? [];
    history.replaceState(null, "", "/products/tea");
    const ec = name === "click" ? "" : "&ec=0mi8hw5c0clickclickcl";
    // Three days ago, by a page of the shop: all tests are on one origin.
    const at = name === "click-from-other-domain" ? "&enishi-at=mwm2k5c0" : "";
    const visit = visitPage(`?via=${code}${ec}${at}`);
    await eventually(() => expect(visit.batches()).toHaveLength(1));
    await act?.(visit, event && "token" in event ? event.token : undefined);
    history.replaceState(null, "", home);
    const sent = JSON.stringify(visit.batches().at(-1));
    expect(
      JSON.parse(sent.replaceAll(location.origin, "https://shop.example")),
    ).toEqual(fixture);
  },
);

test("every golden message has its page", () => {
  const names = Object.keys(pages).map(
    (name) => `../protocol/fixtures/${name}.json`,
  );
  expect(Object.keys(fixtures).sort()).toEqual(names.sort());
});
