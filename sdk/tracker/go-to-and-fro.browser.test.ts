import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { parseReferralCookie } from "../protocol/referral-cookie.ts";
import { accepted, newVisitor, noon, visitPage } from "./test-visit.ts";

const [older, newer] = ["7K9M2QXB", "2Q7K9XBM"];
const hourMs = 3_600_000;

beforeEach(newVisitor);
afterEach(newVisitor);

const kept = () =>
  parseReferralCookie(/_enishi=([^;]*)/.exec(document.cookie)?.[1] ?? "")
    ?.touches?.last.code;

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
  expect(kept()).toBe(older);
  await eventually(() => expect(location.search).toBe(""));
});
