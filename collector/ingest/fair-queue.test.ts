import { expect, test } from "vitest";
import { fairQueue } from "./fair-queue.ts";

const light = (site: string) => ({ site, weight: 1 });
const fill = (
  queue: ReturnType<typeof fairQueue<string>>,
  site: string,
  count: number,
) => {
  let taken = 0;
  for (let n = 0; n < count; n++)
    if (queue.add(`${site}${n}`, light(site))) taken += 1;
  return taken;
};

test("what one site sends comes in its order, in groups of the bound", () => {
  const queue = fairQueue<string>({ waiting: 10, group: 3 });
  expect(fill(queue, "a", 5)).toBe(5);
  expect(queue.take()).toEqual(["a0", "a1", "a2"]);
  expect(queue.take()).toEqual(["a3", "a4"]);
  expect(queue.take()).toEqual([]);
  expect(queue.length).toBe(0);
});

test("no more is taken than there is room for", () => {
  const queue = fairQueue<string>({ waiting: 10, group: 3 });
  fill(queue, "a", 2);
  fill(queue, "b", 2);
  expect(queue.take(2)).toEqual(["a0", "b0"]);
  expect(queue.take(1)).toEqual(["a1"]);
  expect(queue.take()).toEqual(["b1"]);
});

test("a site that fills the queue leaves room for others, and they for others yet", () => {
  const queue = fairQueue<string>({ waiting: 1_000, group: 100 });
  expect(fill(queue, "busy", 5_000)).toBe(500);
  expect(fill(queue, "other", 5_000)).toBe(250);
  expect(fill(queue, "third", 5_000)).toBe(125);
  expect(fill(queue, "quiet", 1)).toBe(1);
  expect(queue.length).toBe(876);
});

test("a quiet site's call is in the next group, whatever waits before it", () => {
  const queue = fairQueue<string>({ waiting: 1_000, group: 10 });
  fill(queue, "busy", 500);
  fill(queue, "quiet", 2);
  const group = queue.take();
  expect(group).toHaveLength(10);
  expect(group.filter((one) => one.startsWith("quiet"))).toEqual([
    "quiet0",
    "quiet1",
  ]);
});

test("more sites than a group holds have their turns one after the other", () => {
  const queue = fairQueue<string>({ waiting: 10_000, group: 4 });
  for (let site = 0; site < 10; site++) fill(queue, `site-${site}-`, 2);
  const sites = [1, 2, 3, 4, 5].flatMap(() =>
    queue.take().map((one) => one.split("-")[1]),
  );
  const inTurn = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
  expect(sites).toEqual([...inTurn, ...inTurn]);
});

test("what is heavy counts as what it weighs, and is never split", () => {
  const queue = fairQueue<string>({ waiting: 100, group: 10 });
  expect(queue.add("heavy", { site: "a", weight: 20 })).toBe(true);
  expect(queue.add("next", { site: "a", weight: 20 })).toBe(true);
  expect(queue.add("too much", { site: "a", weight: 61 })).toBe(false);
  expect(queue.take()).toEqual(["heavy"]);
  expect(queue.take()).toEqual(["next"]);
});

test("all that was added is taken, once, whoever added it and when", () => {
  const queue = fairQueue<string>({ waiting: 400, group: 7 });
  const added: string[] = [];
  const taken: string[] = [];
  for (let n = 0; n < 2_000; n++) {
    const site = `s${(n * 7) % 13}`;
    if (queue.add(`${site}-${n}`, { site, weight: (n % 5) + 1 }))
      added.push(`${site}-${n}`);
    if (n % 3 === 0) taken.push(...queue.take());
  }
  while (queue.length) taken.push(...queue.take());
  expect(taken.toSorted()).toEqual(added.toSorted());
  for (let n = 0; n < 13; n++) {
    const of = (list: string[]) =>
      list.filter((one) => one.startsWith(`s${n}-`));
    expect(of(taken)).toEqual(of(added));
  }
});

test("who waits too long already, with more than the next group takes, may not add to it", () => {
  let time = 0;
  const bounds = { waiting: 1_000, group: 3, waitMs: 100, now: () => time };
  const queue = fairQueue<string>(bounds);
  const add = (site: string) => queue.add(site, light(site));
  const filled = ["slow", "slow", "slow"].map(add);
  expect(filled).toEqual([true, true, true]);
  time = 100;
  expect(add("slow")).toBe(true);
  time = 101;
  expect(add("slow")).toBe(false);
  expect(add("other")).toBe(true);
  queue.take();
  time = 1_000;
  // However long, what goes with the next group may come.
  expect(add("slow")).toBe(true);
  expect(add("slow")).toBe(false);
});
