import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { isStale } from "./build-if-stale.ts";

test("a build is stale when something is missing or a source is newer; tests do not count", () => {
  const root = mkdtempSync(join(tmpdir(), "enishi-demo-"));
  expect(isStale(root)).toBe(true);
  for (const output of [
    "browser/enishi.js",
    "browser/stub.js",
    "npm/server.js",
    "collector/main.js",
    "collector/writer.js",
  ]) {
    file(join(root, "dist", output), 50);
  }
  file(join(root, "sdk/tracker/script.ts"), 100);
  file(join(root, "sdk/tracker/script.test.ts"), 0);
  expect(isStale(root)).toBe(false);
  file(join(root, "collector/http/new.ts"), 10);
  expect(isStale(root)).toBe(true);
});

function file(path: string, ageSeconds: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  const at = 1_700_000_000 - ageSeconds;
  utimesSync(path, at, at);
}
