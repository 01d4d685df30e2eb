import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { parseReferralCookie } from "../protocol/referral-cookie.ts";
import { accepted, newVisitor, noon, visitPage } from "./test-visit.ts";

const [older, newer] = ["7K9M2QXB", "2Q7K9XBM"];
const hourMs = 3_600_000;

beforeEach(newVisitor);
afterEach(newVisitor);

const touches = () =>
  parseReferralCookie(/_enishi=([^;]*)/.exec(document.cookie)?.[1] ?? "")
    ?.touches;
const kept = () => touches()?.last.code;

/** Comes back from the shop's other domain, where the older code was met at an instant. */
async function comeBack(at: number) {
  visitPage(`?via=${newer}`);
  await eventually(() => expect(kept()).toBe(newer));
  const visit = visitPage(
    `?via=${older}&enishi-at=${at.toString(36)}`,
    { domains: location.hostname },
    noon + hourMs,
  );
  visit.collector.answer = (url) =>
    url.endsWith("/codes/check")
      ? Response.json({ valid: true, code: older, offer: {}, from: null })
      : accepted();
  await visit.enishi("track", "looked");
  return visit.batches().flatMap(({ events }) => events);
}

test("a link from the shop's other domain does not bring back a referral that a newer one has followed", async () => {
  const events = await comeBack(noon - hourMs);
  expect(events.map(({ type }) => type)).toEqual(["custom"]);
  expect(events[0]).toMatchObject({ touch: { last: { code: newer } } });
  expect(kept()).toBe(newer);
});

test("a referral that is newer on the shop's other domain is carried over", async () => {
  const events = await comeBack(noon + 1);
  expect(events.map(({ type }) => type).sort()).toEqual(["click", "custom"]);
  expect(events.find(({ type }) => type === "click")).toMatchObject({
    since: noon + 1,
  });
  expect(kept()).toBe(older);
  await eventually(() => expect(location.search).toBe(""));
});

test("whoever comes along from the shop's other domain keeps the time of their referral, and is not counted again", async () => {
  const at = noon - 40 * hourMs;
  const search = `?via=${older}&enishi-at=${at.toString(36)}`;
  const visit = visitPage(search, { domains: location.hostname });
  await eventually(() => expect(visit.batches()).toHaveLength(1));
  const [told] = visit.batches()[0]?.events ?? [];
  expect(told).toMatchObject({ type: "click", code: older, since: at });
  expect(touches()).toEqual({
    first: { code: older, at },
    last: { code: older, at },
  });
  await eventually(() => expect(location.search).toBe(""));
  // To and fro once more: nothing is new.
  const again = visitPage(search, { domains: location.hostname });
  await again.enishi("track", "looked");
  expect(again.batches().flatMap(({ events }) => events)).toMatchObject([
    { type: "custom", touch: { last: { code: older, at } } },
  ]);
});

test.each([
  ["a time that is yet to come", noon + hourMs, location.hostname, noon],
  ["a stranger's link", noon - hourMs, "other.example", noon],
])(
  "%s makes no referral newer or older than it is",
  async (_, at, domains, expected) => {
    // Every page of these tests comes from this origin; a host that is none stands for a stranger's.
    vi.spyOn(document, "referrer", "get").mockReturnValue(
      `https://${domains === location.hostname ? domains : "else.example"}/`,
    );
    const search = `?via=${older}&enishi-at=${at.toString(36)}`;
    const visit = visitPage(search, { domains });
    await eventually(() => expect(visit.batches()).toHaveLength(1));
    expect(touches()?.last.at).toBe(expected);
    vi.restoreAllMocks();
  },
);

test("where consent is asked for, what comes along waits in memory and keeps its time", async () => {
  const at = noon - 40 * hourMs;
  const visit = visitPage(`?via=${older}&enishi-at=${at.toString(36)}`, {
    domains: location.hostname,
    consent: "required",
  });
  await visit.enishi("track", "looked");
  expect(visit.batches()[0]?.events[0]).toMatchObject({
    touch: { last: { code: older, at } },
  });
  expect(document.cookie).toBe("");
  await visit.enishi("consent", "granted");
  await eventually(() => expect(visit.batches()).toHaveLength(2));
  expect(visit.batches()[1]?.events).toMatchObject([
    { type: "click", since: at },
  ]);
  expect(touches()?.last.at).toBe(at);
});
