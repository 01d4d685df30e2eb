import { expect, test } from "vitest";
import { inTime } from "./in-time.ts";

/** Reads that are answered by hand. */
function openReads({ keptMs = 20, elseMs = 40 } = {}) {
  const asked: {
    key: string;
    answer(found: string): void;
    fail(error: Error): void;
  }[] = [];
  const find = inTime<string>(
    (key) =>
      new Promise((answer, fail) => {
        asked.push({ key, answer, fail });
      }),
    {
      keptMs,
      elseMs,
      isKept: (found) => found !== "nobody's",
      late: () => new Error("late"),
    },
  );
  const found = (key: string, what: string) => {
    const answer = find(key);
    asked.at(-1)?.answer(what);
    return answer;
  };
  return { asked, find, found };
}

test("what is late is what it last was, for all who ask meanwhile, and new once it has come", async () => {
  const { asked, find, found } = openReads();
  expect(await found("a", "old")).toBe("old");
  expect(await find("a")).toBe("old");
  expect(await Promise.all([find("a"), find("a")])).toEqual(["old", "old"]);
  expect(asked).toHaveLength(2);
  asked.at(-1)?.answer("new");
  await new Promise((resolve) => setImmediate(resolve));
  expect(await found("a", "newer")).toBe("newer");
  expect(await find("a")).toBe("newer");
});

test("what fails is what it last was; what was never found, or is nobody's, is not known", async () => {
  const { asked, find, found } = openReads();
  await found("a", "there");
  const again = find("a");
  asked.at(-1)?.fail(new Error("away"));
  expect(await again).toBe("there");
  await found("b", "nobody's");
  const other = find("b");
  asked.at(-1)?.fail(new Error("away"));
  await expect(other).rejects.toThrow("away");
  await expect(find("c")).rejects.toThrow("late");
});

test("what is nobody's any more is not kept", async () => {
  const { asked, find, found } = openReads();
  await found("a", "there");
  await found("a", "nobody's");
  const again = find("a");
  asked.at(-1)?.fail(new Error("away"));
  await expect(again).rejects.toThrow("away");
});

test("beyond a thousand reads under way nobody waits for one more", async () => {
  const { asked, find, found } = openReads({ keptMs: 60_000, elseMs: 60_000 });
  await found("a", "there");
  for (let n = 0; n < 1_000; n++) void find(`made-up-${n}`);
  await expect(find("b")).rejects.toThrow("late");
  expect(await find("a")).toBe("there");
  expect(asked).toHaveLength(1_001);
  for (const { answer } of asked) answer("");
});
