import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const sources = new Map(
  globSync([
    "*.ts",
    "{sdk,widget,collector,demo,tests,bench,examples}/**/*.{ts,tsx,svelte,vue}",
  ]).map((file): [string, Set<string>] => [
    file,
    new Set(readFileSync(file, "utf8").match(/\w+/g)),
  ]),
);

test("nothing is exported that no other file names", () => {
  const exported = globSync(
    "{sdk,widget,collector,demo}/**/*.{ts,tsx}",
  ).flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /^export (?:async )?(?:function\*?|const|let) (\w+)/gm,
      ),
    ].map(([, name = ""]) => ({ file, name })),
  );
  expect(exported.length).toBeGreaterThan(500);
  const unused = exported.filter(
    ({ file, name }) =>
      ![...sources].some(([other, words]) => other !== file && words.has(name)),
  );
  expect(unused).toEqual([]);
});
