import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../../../tests/collector-process.ts";
import { holdAlone } from "./hold-alone.ts";
import { keepToFiles } from "./keep-to-files.ts";

/** A database that is open and in use, looked at before each write. */
function open() {
  const path = join(temporaryFolder(), "enishi.db");
  const connection = new Sqlite(path);
  connection.pragma("journal_mode = WAL");
  connection.exec("create table notes (note text)");
  holdAlone(path);
  const keepTo = keepToFiles(path, connection, 0);
  onTestFinished(() => {
    connection.close();
  });
  return {
    path,
    keepTo,
    write: () => connection.exec("insert into notes values ('kept')"),
  };
}

test.each(["", "-wal", "-shm"])(
  "while the file%s is not in its place nothing may be stored, and once it is back all goes on",
  (end) => {
    const { path, keepTo } = open();
    expect(keepTo).not.toThrow();
    const away = `${path}.away`;
    renameSync(path + end, away);
    expect(keepTo).toThrow("not in its place");
    copyFileSync(away, path + end);
    expect(keepTo).toThrow("not in its place");
    renameSync(away, path + end);
    expect(keepTo).not.toThrow();
  },
);

test("what was stored is in the file that was moved, and nothing of it is left for the one that took its place", () => {
  const { path, keepTo, write } = open();
  write();
  const away = `${path}.away`;
  renameSync(path, away);
  expect(keepTo).toThrow("not in its place");
  expect(statSync(`${path}-wal`).size).toBe(0);
  const moved = new Sqlite(away);
  expect(moved.prepare("select note from notes").pluck().all()).toEqual([
    "kept",
  ]);
  moved.close();
});

test("a lock that was removed is taken anew, unless another collector has it", async () => {
  const { path, keepTo } = open();
  const lock = `${path}.lock`;
  rmSync(lock);
  expect(keepTo).not.toThrow();
  expect(existsSync(lock)).toBe(true);
  rmSync(lock);
  const other = holdInAnotherProcess(path);
  await once(other.stdout, "data");
  expect(keepTo).toThrow("not in its place");
  other.kill("SIGKILL");
  await once(other, "exit");
  expect(keepTo).not.toThrow();
});

test("it looks once a second, and not at every write", () => {
  const path = join(temporaryFolder(), "enishi.db");
  const connection = new Sqlite(path);
  const keepTo = keepToFiles(path, connection, 60_000);
  rmSync(path);
  expect(keepTo).not.toThrow();
  connection.close();
});

function holdInAnotherProcess(path: string) {
  const module = new URL("./hold-alone.ts", import.meta.url).href;
  const code = `
    const { holdAlone } = await import(${JSON.stringify(module)});
    console.log(holdAlone(${JSON.stringify(path)}));
    setInterval(() => {}, 60_000);`;
  return spawn(process.execPath, ["--input-type=module", "--eval", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}
