import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Their names are put together from others: `{name}-button` and the drawers. */
const composed = ["link", "code", "edit", "qr"].concat([
  "copy-button",
  "copyCode-button",
  "copyGift-button",
]);

test("every part of the widget that a page can style is told of, and no other", () => {
  const inSource = globSync("widget/**/*.tsx")
    .filter((path) => !path.includes(".test."))
    .flatMap((path) => [
      ...readFileSync(path, "utf8").matchAll(/ part="([^"]+)"/g),
    ])
    .flatMap(([, names = ""]) => names.split(" "));
  const page = readFileSync("docs/api/elements.md", "utf8");
  const [, table = ""] = page.split("| part | is |");
  const told = (table.split("\n\n")[0] ?? "")
    .split("\n")
    .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)])
    .map(([, name = ""]) => name);
  expect(new Set(told)).toEqual(new Set([...inSource, ...composed]));
});
