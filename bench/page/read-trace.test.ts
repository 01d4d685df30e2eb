import { expect, test } from "vitest";
import { readTrace, type TraceEvent } from "./read-trace.ts";

const ours = "https://ref.test";

function event(name: string, [ts, dur]: [number, number], data = {}) {
  return { name, pid: 1, tid: 1, ts, dur, tdur: dur, args: { data } };
}

test("a task in which our script runs counts whole, and of the one that ends the loading only what told us", () => {
  const script = { url: `${ours}/enishi.js` };
  const trace: TraceEvent[] = [
    event("RunTask", [0, 5_000]),
    event("RunTask", [10_000, 3_000]),
    event("EvaluateScript", [11_000, 1_000], script),
    event("RunTask", [20_000, 9_000]),
    event("MarkLoad", [20_100, 0]),
    event("EventDispatch", [20_200, 400]),
    event("EventDispatch", [21_000, 500]),
    event("FunctionCall", [21_100, 200], script),
    event("TimerInstall", [21_150, 0], { timerId: 7 }),
    event("RunTask", [40_000, 2_000]),
    event("TimerFire", [40_100, 1_000], { timerId: 7 }),
  ];
  expect(readTrace(trace, ours)).toEqual({
    ours: 5.5,
    longest: 3,
    long: 0,
    all: 19,
  });
});
