import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { temporaryFolder } from "../tests/collector-process.ts";
import { eventually } from "../tests/eventually.ts";
import { foldLog } from "./fold-log.ts";
import { openSqlite } from "./storage/sqlite/open-sqlite.ts";

const entry = new URL("./storage/sqlite/fold-log-thread.ts", import.meta.url);
const silent = { debug() {}, info() {}, warn() {}, error() {} };

test("what the writer leaves in the log is folded back beside it, and the log begins anew", async () => {
  const database = join(temporaryFolder(), "enishi.db");
  const storage = await openSqlite(database);
  const writer = new Sqlite(database);
  writer.exec("create table filler (bytes blob)");
  writer.pragma("wal_autocheckpoint = 0");
  const log = () =>
    (
      writer.pragma("wal_checkpoint(NOOP)") as {
        log: number;
        checkpointed: number;
      }[]
    )[0];
  const end = foldLog(entry, database, silent);
  // One page each: more than the thread lets lie.
  writer.exec(`insert into filler
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 3000)
    select zeroblob(3500) from n`);
  expect(log()?.log).toBeGreaterThan(3_000);
  await eventually(() => {
    const now = log();
    expect(now?.checkpointed).toBe(now?.log);
  });
  writer.exec("insert into filler values (zeroblob(1))");
  expect(log()?.log).toBeLessThan(100);
  await end();
  writer.close();
  await storage.close();
});
