import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { newVisitor, visitPage } from "./test-visit.ts";

beforeEach(newVisitor);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  newVisitor();
});

const unreachable = () => {
  throw new TypeError("Failed to fetch");
};

function listen(to: "warn" | "error") {
  return vi.spyOn(console, to).mockImplementation(() => {});
}

test("under data-debug one line says that nothing comes on demand, even where the page's console throws; without it none does", async () => {
  // An unhandled rejection would fail the run.
  for (const debug of [true, undefined] as const) {
    const warned = listen("warn").mockImplementation(unreachable);
    const visit = visitPage("", { debug });
    visit.collector.isGone = true;
    await visit.enishi("track", "looked");
    await eventually(() =>
      expect(
        Object.keys(localStorage).filter((key) => key.includes("queue")),
      ).toHaveLength(1),
    );
    expect(warned).toHaveBeenCalledTimes(debug ? 1 : 0);
    warned.mockRestore();
    newVisitor();
  }
});

test("under data-debug a collector that is out of reach is told of once, whatever is asked of it", async () => {
  const warned = listen("error");
  const visit = visitPage("?via=7K9M2QXB", { debug: true, consent: undefined });
  visit.collector.answer = unreachable;
  await visit.enishi("track", "looked");
  await visit.enishi("lead");
  await visit.enishi("referral");
  expect(visit.requests.length).toBeGreaterThan(3);
  const told = warned.mock.calls.filter(([, what]) => /fetch/.test(what));
  expect(told).toEqual([["[enishi]", "TypeError: Failed to fetch"]]);
});

test("the site's setting is asked for at ever longer pauses, but at least every five minutes", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const visit = visitPage("?via=7K9M2QXB", { consent: undefined });
  visit.collector.answer = unreachable;
  const asked = () =>
    visit.requests.filter(({ url }) => url.includes("/settings")).length;
  await vi.advanceTimersByTimeAsync(60_000);
  const inMinute = asked();
  expect(inMinute).toBeGreaterThan(3);
  expect(inMinute).toBeLessThan(7);
  await vi.advanceTimersByTimeAsync(600_000);
  const before = asked();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(asked() - before).toBeGreaterThan(11);
  expect(asked() - before).toBeLessThan(37);
});
