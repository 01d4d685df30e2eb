import { expect, test } from "vitest";
import { remember } from "./remember.ts";

test("what was found is read once in a while, what was not is asked each time", async () => {
  let now = 0;
  const asked: string[] = [];
  const read = remember(
    async (key) => {
      asked.push(key);
      return key === "nobody" ? null : `${key} at ${now}`;
    },
    { freshMs: 5, now: () => now },
  );
  expect(await read("a")).toBe("a at 0");
  now = 4;
  expect(await read("a")).toBe("a at 0");
  now = 5;
  expect(await read("a")).toBe("a at 5");
  await read("nobody");
  await read("nobody");
  expect(asked).toEqual(["a", "a", "nobody", "nobody"]);
});

test("what was read while the clock was ahead is read anew once it is set back", async () => {
  let now = 1_000_000;
  let reads = 0;
  const read = remember(async () => ++reads, { freshMs: 5, now: () => now });
  await read("a");
  now = 10;
  expect(await read("a")).toBe(2);
});

test("ten thousand keys are not all remembered", async () => {
  let reads = 0;
  const read = remember(async () => ++reads, { freshMs: 5, now: () => 0 });
  for (let key = 0; key < 10_000; key++) await read(`${key}`);
  await read("0");
  expect(reads).toBe(10_001);
});
