import { expect, test } from "vitest";
import { isLive } from "./is-live.ts";
import { defaultProgram } from "./program.ts";

const now = 1_800_000_000_000;

test.each([
  ["live without dates", {}, true],
  ["paused", { state: "paused" }, false],
  ["ended", { state: "ended" }, false],
  ["beginning now", { startsAt: now }, true],
  ["beginning later", { startsAt: now + 1 }, false],
  ["ending now", { endsAt: now }, false],
  ["ending later", { endsAt: now + 1 }, true],
] as const)("a programme %s", (_, change, live) => {
  const program = defaultProgram("https://shop.example/");
  expect(isLive({ ...program, ...change }, now)).toBe(live);
});
