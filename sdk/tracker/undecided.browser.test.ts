import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { parseReferralCookie } from "../protocol/referral-cookie.ts";
import {
  accepted,
  newVisitor,
  noon,
  type TestVisit,
  visitPage,
} from "./test-visit.ts";

const [known, asked] = ["7K9M2QXB", "BCDF2345"];

beforeEach(newVisitor);
afterEach(newVisitor);

const keptCode = () =>
  parseReferralCookie(/_enishi=([^;]*)/.exec(document.cookie)?.[1] ?? "")
    ?.touches?.last.code;

const waiting = () =>
  Object.keys(localStorage).filter((key) => key.includes("queue"));

const sent = (visit: TestVisit) =>
  visit.batches().flatMap(({ events }) => events);

/** A collector that says so of every code, or does not come to say it. */
function saying(valid: boolean | null) {
  return (url: string): Response | Promise<Response> => {
    if (!url.endsWith("/codes/check")) return accepted();
    if (valid === null) return new Promise(() => {});
    return Response.json({ valid, code: asked, offer: {}, from: null });
  };
}

/** Comes by a `ref` and leaves before the collector has said whether it knows the code. */
async function leaveEarly() {
  const visit = visitPage(`?ref=${asked}`, {}, noon + 1_000);
  visit.collector.answer = saying(null);
  await eventually(() => expect(waiting()).toHaveLength(1));
  return visit;
}

function nextPage(valid: boolean | null, search = "") {
  const next = visitPage(search, {}, noon + 60_000);
  next.collector.answer = saying(valid);
  return next;
}

test("a ref whose page was left before the answer is asked about by the next one, kept with its time, and counted once", async () => {
  await leaveEarly();
  expect(document.cookie).toBe("");
  const next = nextPage(true);
  await eventually(() => expect(sent(next)).toHaveLength(1));
  expect(sent(next)).toMatchObject([
    { type: "click", code: asked, at: noon + 1_000 },
  ]);
  expect(keptCode()).toBe(asked);
  await eventually(() => expect(waiting()).toEqual([]));
  const later = nextPage(true);
  await later.enishi("track", "looked");
  expect(sent(later).map(({ type }) => type)).toEqual(["custom"]);
});

test("it replaces no known code until the collector knows it, and never one that came after it", async () => {
  const first = visitPage(`?via=${known}`);
  await eventually(() => expect(sent(first)).toHaveLength(1));
  await leaveEarly();
  expect(keptCode()).toBe(known);
  const refused = nextPage(false);
  await eventually(() => expect(waiting()).toEqual([]));
  expect(keptCode()).toBe(known);
  expect(sent(refused)).toEqual([]);

  newVisitor();
  await leaveEarly();
  const newer = nextPage(true, `?via=${known}`);
  await eventually(() => expect(waiting()).toEqual([]));
  await eventually(() => expect(sent(newer)).not.toEqual([]));
  expect(
    sent(newer).filter((event) => !("code" in event && event.code === known)),
  ).toEqual([]);
  expect(keptCode()).toBe(known);
});

test("as long as nobody answers it waits, for a day", async () => {
  await leaveEarly();
  const gone = nextPage(null);
  await eventually(() =>
    expect(gone.requests.some(({ url }) => url.endsWith("check"))).toBe(true),
  );
  expect(waiting()).toHaveLength(1);
  visitPage("", {}, noon + 25 * 60 * 60 * 1000);
  await eventually(() => expect(waiting()).toEqual([]));
  expect(document.cookie).toBe("");
});

test("where nothing may be kept, it is not", async () => {
  const visit = visitPage(`?ref=${asked}`, { consent: "required" });
  visit.collector.answer = saying(null);
  await eventually(() => expect(visit.requests).toHaveLength(1));
  expect(localStorage.length).toBe(0);
});
