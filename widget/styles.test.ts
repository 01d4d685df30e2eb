import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const sheets = globSync("widget/**/*.css").map((file) => ({
  file,
  css: readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, ""),
}));

test.each(sheets)("$file names no left and no right", ({ css }) => {
  // What is turned round its middle has the same sides in both directions.
  const rules = css.split("}").filter((rule) => !rule.includes("rotate("));
  const declarations = rules
    .flatMap((rule) => rule.split(/[{;]/))
    .map((line) => line.trim());
  const sided = declarations.filter((line) =>
    /^[\w-]*(left|right)|:\s*(left|right)$/.test(line),
  );
  expect(sided).toEqual([]);
  const uneven = declarations.filter((line) => {
    const [name = "", ...values] = line.split(/:?\s+(?![^(]*\))/);
    return (
      /^(margin|padding|inset|border-(width|style))$/.test(name) &&
      values.length === 4 &&
      values[1] !== values[3]
    );
  });
  expect(uneven).toEqual([]);
});

test("every custom property that a sheet reads is the owner's, or set in the sheets, under a name that no page registers", () => {
  const all = sheets.map(({ css }) => css).join("\n");
  const read = [...all.matchAll(/var\(\s*(--[\w-]+)/g)].map(
    ([, name = ""]) => name,
  );
  const set = new Set(
    [...all.matchAll(/(--[\w-]+):/g)].map(([, name]) => name),
  );
  expect(read.length).toBeGreaterThan(50);
  expect(
    read.filter((name) => !name.startsWith("--enishi-") && !set.has(name)),
  ).toEqual([]);
  expect([...set].filter((name) => !/^--(_|enishi-)/.test(name ?? ""))).toEqual(
    [],
  );
});
