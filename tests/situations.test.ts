import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = "tests/e2e/pages";
const rows = readFileSync(`${folder}/README.md`, "utf8")
  .split("\n")
  .filter((line) => /^\| (?!---|situation)/.test(line))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const named = (cell = "") =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

test("every page is a situation that is listed", () => {
  const listed = new Set(rows.flatMap(([, pages]) => named(pages)));
  const there = globSync("*.html", { cwd: folder });
  expect([...listed].sort()).toEqual(there.sort());
});

test.each(rows)(
  "%s has a test that there is, which opens its page",
  (_, pages, tests) => {
    const files = named(tests).map((name) =>
      name.includes("/") ? name : `tests/e2e/${name}`,
    );
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    const text = files.map((file) => readFileSync(file, "utf8")).join();
    const unopened = named(pages).filter((page) => !opens(text, page));
    expect(unopened).toEqual([]);
  },
);

/** By its name, alone or in a list; by a frame or a page before it. */
function opens(text: string, page: string): boolean {
  const name = page.replace(".html", "");
  const isFramed = globSync(`${folder}/*.html`).some((file) =>
    readFileSync(file, "utf8").includes(page),
  );
  return text.includes(page) || text.includes(`"${name}"`) || isFramed;
}
