import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { chapters } from "./screenshots/chapters.ts";
import { writeOverview } from "./screenshots/write-overview.ts";

const pictures = readdirSync("docs/screens");

test("there is a picture of every scene, and no other", () => {
  const scenes = Object.values(chapters)
    .flat()
    .map(({ name }) => `${name}.png`);
  expect(pictures.sort()).toEqual(scenes.sort());
});

test("the page of screens shows them all, as the scenes say", () => {
  expect(readFileSync("docs/screens.md", "utf8")).toBe(writeOverview(chapters));
});

test("all pictures together are soon fetched", () => {
  const bytes = pictures.map((name) => statSync(`docs/screens/${name}`).size);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(3_500_000);
});
