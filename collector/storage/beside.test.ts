import { expect, test } from "vitest";
import { type Beside, RunsAlone, runBeside } from "./beside.ts";

const pause = () => new Promise((resolve) => setImmediate(resolve));

test("works go on beside one another until they need their turn; then each is alone, in order", async () => {
  const seen: string[] = [];
  const work = (name: string, pauses: number) => async (beside: Beside) => {
    seen.push(`${name} begins`);
    for (let n = 0; n < pauses; n++) await pause();
    await beside.turn();
    seen.push(`${name} has its turn`);
    await pause();
    await beside.turn();
    seen.push(`${name} ends`);
    return name;
  };
  const free = async () => {
    await pause();
    await pause();
    seen.push("free ends");
    return "free";
  };
  const results = await runBeside([work("a", 3), work("b", 0), free]);
  expect(results.map((result) => "value" in result && result.value)).toEqual([
    "a",
    "b",
    "free",
  ]);
  expect(seen).toEqual([
    ...["a begins", "b begins", "free ends"],
    ...["a has its turn", "a ends", "b has its turn", "b ends"],
  ]);
});

test("who fails keeps nobody from their turn", async () => {
  const results = await runBeside([
    async () => {
      throw new Error("at once");
    },
    async ({ turn }) => {
      await turn();
      throw new Error("in its turn");
    },
    ({ turn }) => turn(),
  ]);
  expect(results).toMatchObject([
    { reason: { message: "at once" } },
    { reason: { message: "in its turn" } },
    { status: "fulfilled" },
  ]);
});

test("who shares a name with one before, or says so, is to run alone", async () => {
  const results = await runBeside([
    async ({ claim }) => claim(["a", "b"]),
    async ({ claim }) => claim(["c", "b"]),
    async ({ claim }) => claim(["c"]),
    async ({ leave }) => leave(),
  ]);
  expect(
    results.map(
      (result) =>
        result.status === "fulfilled" || result.reason instanceof RunsAlone,
    ),
  ).toEqual([true, true, true, true]);
  expect(results.map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
    "rejected",
  ]);
});

test("nobody is nothing to wait for", async () => {
  expect(await runBeside([])).toEqual([]);
});
