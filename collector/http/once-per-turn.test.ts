import { expect, test } from "vitest";
import { oncePerTurn } from "./once-per-turn.ts";

test("who asks in one turn shares an answer, and nobody is told what was so before they asked", async () => {
  let now = 0;
  const asked: number[] = [];
  const read = oncePerTurn(async () => {
    asked.push(now);
    return now;
  });
  const first = read();
  now = 1;
  expect(await Promise.all([first, read()])).toEqual([1, 1]);
  now = 2;
  expect(await read()).toBe(2);
  expect(asked).toEqual([1, 2]);
});

test("an answer that is under way is not for those who come later", async () => {
  const under: ((answer: string) => void)[] = [];
  const read = oncePerTurn(
    () => new Promise<string>((resolve) => under.push(resolve)),
  );
  const early = read();
  await new Promise(setImmediate);
  const late = read();
  await new Promise(setImmediate);
  under[0]?.("before");
  under[1]?.("after");
  expect(await Promise.all([early, late])).toEqual(["before", "after"]);
});

test("a failure is told to all who asked, and the next asks anew", async () => {
  let isAway = true;
  const read = oncePerTurn(async () => {
    if (isAway) throw new Error("away");
    return "there";
  });
  const both = await Promise.allSettled([read(), read()]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isAway = false;
  expect(await read()).toBe("there");
});
