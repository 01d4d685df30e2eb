import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { startCollector, temporaryFolder } from "./collector-process.ts";
import { eventually } from "./eventually.ts";
import { parsePrometheus } from "./parse-prometheus.ts";

test("damage to the database that nobody has met yet is found behind the start, and told", async () => {
  const database = join(temporaryFolder(), "enishi.db");
  const first = await startCollector({ database });
  expect(await first.end("SIGTERM")).toBe(0);
  tear(database, "payouts");
  const collector = await startCollector({ database });
  onTestFinished(async () => {
    await collector.end("SIGKILL");
  });
  await eventually(async () => {
    const answer = await fetch(`${collector.url}/metrics`);
    const figures = parsePrometheus(await answer.text());
    expect(figures.value("enishi_database_sound")).toBe(0);
  });
  await eventually(() =>
    expect(collector.output()).toContain("The database is damaged"),
  );
});

/** Writes nonsense over the page where a table begins. */
function tear(path: string, table: string): void {
  const db = new Sqlite(path);
  const pageSize = db.pragma("page_size", { simple: true }) as number;
  const { rootpage } = db
    .prepare("select rootpage from sqlite_master where name = ?")
    .get(table) as { rootpage: number };
  db.close();
  const file = openSync(path, "r+");
  const nonsense = Buffer.alloc(pageSize, "torn ");
  writeSync(file, nonsense, 0, pageSize, (rootpage - 1) * pageSize);
  closeSync(file);
}
