import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chosenParts, parts } from "./parts.ts";
import { type PartResult, readOutcomes, summary } from "./summary.ts";

const run = { seed: 7, engines: ["Node v24, SQLite 3."] };

test("every test that is longer in the long runs is part of them", () => {
  const longer = globSync(
    "{collector,sdk,tests,widget}/**/*.{test,e2e}.ts",
  ).filter((file) => /\bisLongRun \?/.test(readFileSync(file, "utf8")));
  const run = parts.flatMap(({ files }) => files);
  // Longer by what it opens.
  expect(run.sort()).toEqual([...longer, "tests/e2e/engines.e2e.ts"].sort());
});

test("parts are chosen by name, in the order in which they run; a name that is nobody's is said", () => {
  expect(chosenParts([])).toEqual(parts);
  const names = chosenParts(["pages", "kills"]).map(({ name }) => name);
  expect(names).toEqual(["kills", "pages"]);
  expect(() => chosenParts(["pages", "sleep"])).toThrow(
    /^Expected some of clients, .*, and got sleep\.$/,
  );
});

test("the summary says how each part came out, how long it took, and how to have again what failed", () => {
  const text = summary(
    [
      result({ name: "clients", seconds: 479.6, statuses: ["passed"] }),
      result({ name: "kills", seconds: 3, statuses: ["passed", "failed"] }),
      result({ name: "engines", seconds: 61, statuses: ["skipped"] }),
    ],
    run,
  );
  expect(text).toContain("9 min 4 s in all. Seed 7,");
  expect(text).toContain("Node v24, SQLite 3.");
  expect(text).toMatch(/^clients .* 1 +0 +0 +8 min 0 s$/m);
  expect(text).toMatch(/^kills .* 1 +1 +0 +0 min 3 s +FAILED$/m);
  expect(text).toMatch(/^engines .* 0 +0 +1 +1 min 1 s$/m);
  expect(text).toContain(
    "Failed in kills: test 1\nAgain: ENISHI_SEED=7 npm run torture -- kills",
  );
  expect(text).not.toContain("-- clients");
});

test("a part that ends before its tests do has failed", () => {
  const killed = { ...result({ name: "kills", seconds: 3 }), isGreen: false };
  expect(summary([killed], run)).toContain(
    "Failed in kills: no test of it came to an end",
  );
});

test("a run that was stopped says which parts it never began", () => {
  const clients = result({ name: "clients", seconds: 9, statuses: ["passed"] });
  const text = summary([clients], { ...run, left: chosenParts(["pages"]) });
  expect(text).toMatch(/^Stopped before pages\.$/m);
  expect(summary([clients], run)).not.toContain("Stopped");
});

test("what Vitest has written is read, with files whose tests never began", () => {
  const outcome = (fullName: string, status: string) => ({ fullName, status });
  const report = {
    testResults: [
      {
        ...{ name: "a.test.ts", status: "failed" },
        assertionResults: [
          ...[outcome("one", "passed"), outcome("two", "failed")],
          outcome("three", "pending"),
        ],
      },
      { name: "b.test.ts", status: "failed", assertionResults: [] },
    ],
  };
  expect(readOutcomes(JSON.stringify(report))).toEqual([
    { name: "one", status: "passed" },
    { name: "two", status: "failed" },
    { name: "three", status: "skipped" },
    { name: "b.test.ts", status: "failed" },
  ]);
});

function result({
  name,
  seconds,
  statuses = [],
}: {
  name: string;
  seconds: number;
  statuses?: PartResult["outcomes"][number]["status"][];
}): PartResult {
  const [part] = chosenParts([name]);
  if (!part) throw new Error(`Expected a part, and got ${name}.`);
  const outcomes = statuses.map((status, n) => ({ name: `test ${n}`, status }));
  return { part, outcomes, seconds, isGreen: !statuses.includes("failed") };
}
