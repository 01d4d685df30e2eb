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

test("who asks while a read is under way waits for the same one, and it is as old as it is", async () => {
  let now = 0;
  const under = Promise.withResolvers<string>();
  let reads = 0;
  const read = remember(
    () => {
      reads += 1;
      return reads === 1 ? under.promise : Promise.resolve("anew");
    },
    { freshMs: 5, now: () => now },
  );
  const asked = Array.from({ length: 1_000 }, () => read("a"));
  expect(reads).toBe(1);
  now = 3;
  under.resolve("slow");
  expect(new Set(await Promise.all(asked))).toEqual(new Set(["slow"]));
  now = 4;
  expect(await read("a")).toBe("slow");
  now = 5;
  expect(await read("a")).toBe("anew");
});

test("a read that failed is no answer for who asks next", async () => {
  let reads = 0;
  const read = remember(
    async () => {
      reads += 1;
      if (reads === 1) throw new Error("away");
      return reads;
    },
    { freshMs: 5, now: () => 0 },
  );
  const first = [read("a"), read("a")];
  for (const one of first) await expect(one).rejects.toThrow("away");
  expect(await read("a")).toBe(2);
});
