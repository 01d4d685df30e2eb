import { expect, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { startJobs } from "./start-jobs.ts";

test("a job runs at once, and again at once while it has more to do", async () => {
  let left = 3;
  const stop = startJobs(
    [
      {
        name: "settle",
        everyMs: 1_000_000,
        run: async () => ({ more: --left > 0 }),
      },
    ],
    () => {},
  );
  await eventually(() => expect(left).toBe(0));
  stop();
});

test("a failing job is told of and runs again, and the others go on", async () => {
  const told: string[] = [];
  let ran = 0;
  const stop = startJobs(
    [
      {
        name: "broken",
        everyMs: 1,
        run: () => Promise.reject(new Error("the disk is full")),
      },
      {
        name: "sound",
        everyMs: 1,
        run: async () => ({ more: ++ran < 0 }),
      },
    ],
    (name) => told.push(name),
  );
  await eventually(() => {
    expect(told.length).toBeGreaterThan(1);
    expect(ran).toBeGreaterThan(1);
  });
  stop();
  expect(new Set(told)).toEqual(new Set(["broken"]));
});
