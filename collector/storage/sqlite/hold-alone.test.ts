import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../tests/collector-process.ts";
import { holdAlone } from "./hold-alone.ts";

const module = new URL("./hold-alone.ts", import.meta.url).href;

/** As another process would try, while this one holds what it holds. */
function heldByAnother(path: string): boolean {
  const code = `
    const { holdAlone } = await import(${JSON.stringify(module)});
    console.log(holdAlone(${JSON.stringify(path)}));`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", code],
    { encoding: "utf8" },
  );
  if (!/^(true|false)$/.test(stdout.trim())) throw new Error(stderr);
  return stdout.trim() === "true";
}

test("one database is held once, by whatever name", () => {
  const folder = temporaryFolder();
  const path = join(folder, "enishi.db");
  symlinkSync(folder, join(folder, "folder"));
  mkdirSync(join(folder, "links"));
  symlinkSync("../enishi.db", join(folder, "links", "enishi.db"));
  symlinkSync("links/enishi.db", join(folder, "link-to-link.db"));
  // By a link that leads to no file yet, as at a first start.
  expect(holdAlone(join(folder, "link-to-link.db"))).toBe(true);
  writeFileSync(path, "");
  for (const name of [
    "enishi.db",
    "folder/enishi.db",
    "links/enishi.db",
    "link-to-link.db",
  ])
    expect({ name, held: heldByAnother(join(folder, name)) }).toEqual({
      name,
      held: false,
    });
  expect(heldByAnother(join(folder, "another.db"))).toBe(true);
});

test("beside the database lies the lock, and nothing else", () => {
  const folder = temporaryFolder();
  expect(holdAlone(join(folder, "enishi.db"))).toBe(true);
  expect(readdirSync(folder)).toEqual(["enishi.db.lock"]);
});
