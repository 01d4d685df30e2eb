import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { copiesOfPreact, measureSizes } from "../bench/measure-sizes.ts";

test("every download keeps within its budget", () => {
  const sizes = measureSizes();
  expect(sizes.length).toBeGreaterThan(10);
  expect(sizes.filter(({ bytes, gate }) => bytes > gate)).toEqual([]);
});

test("the widget has one copy of Preact", () => {
  expect(copiesOfPreact()).toBe(1);
});

test("the script asks for being compiled while it comes, before anything else", () => {
  expect(readFileSync("dist/browser/enishi.js", "utf8")).toMatch(
    /^\/\/# allFunctionsCalledOnLoad\n/,
  );
});

test("the README tells the sizes as they are", () => {
  const told = [
    ...readFileSync("README.md", "utf8").matchAll(
      /^\| (the stub|`enishi\.js`|the share screen).* \| ([\d,]+) \| ([\d,]+) \|$/gm,
    ),
  ].map(([, , bytes, gate]) => ({ bytes, gate }));
  const text = (n: number) => n.toLocaleString("en");
  const measured = measureSizes().slice(0, 3);
  expect(told).toEqual(
    measured.map(({ bytes, gate }) => ({
      bytes: text(bytes),
      gate: text(gate),
    })),
  );
});
