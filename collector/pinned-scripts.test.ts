import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { temporaryFolder } from "../tests/collector-process.ts";
import { readStaticFiles } from "./http/static-files.ts";
import { keepScripts, pinnedScript } from "./pinned-scripts.ts";

const onUnkept = (_: string, error: unknown) => {
  throw error;
};

/** What a build leaves: a script of a version, and one part of it. */
function built(version: string): string {
  const folder = temporaryFolder();
  const script = `enishi-${version}.js`;
  const part = `enishi/widget-${version}.js`;
  mkdirSync(join(folder, "enishi"));
  for (const file of ["enishi.js", script, part])
    writeFileSync(join(folder, file), version);
  const files = { [script]: "sha384-1", [part]: "sha384-2" };
  writeFileSync(
    join(folder, "integrity.json"),
    JSON.stringify({ script, files }),
  );
  return folder;
}

test("after an update the scripts of the version before are still served, and the newest is the page's", () => {
  const database = join(temporaryFolder(), "enishi.db");
  const kept = keepScripts(built("1.0.0"), database, onUnkept);
  const next = built("1.1.0");
  keepScripts(next, database, onUnkept);
  const files = readStaticFiles(next, kept);
  const text = (path: string) => files.get(path)?.bytes.toString();
  expect(text("/enishi.js")).toBe("1.1.0");
  expect(text("/enishi-1.1.0.js")).toBe("1.1.0");
  expect(text("/enishi-1.0.0.js")).toBe("1.0.0");
  expect(text("/enishi/widget-1.0.0.js")).toBe("1.0.0");
});

test("where nothing can be kept, it is told once; where that or nothing was built, nothing stops", () => {
  const file = join(built("1.0.0"), "enishi.js");
  const told = vi.fn();
  keepScripts(built("1.0.0"), join(file, "enishi.db"), told);
  expect(told.mock.calls).toEqual([
    [
      join(file, "enishi.db.scripts"),
      expect.objectContaining({ code: "ENOTDIR" }),
    ],
  ]);
  const empty = temporaryFolder();
  expect(pinnedScript(empty)).toBeNull();
  const kept = keepScripts(empty, join(empty, "enishi.db"), onUnkept);
  expect(readStaticFiles(empty, kept).get("/enishi.js")).toBeUndefined();
});
