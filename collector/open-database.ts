import { sql } from "kysely";
import type { Reading } from "./actions/work.ts";
import type { Config } from "./config.ts";
import { databaseHealth } from "./database-health.ts";
import type { Counters } from "./http/counters.ts";
import { startWriter } from "./ingest/start-writer.ts";
import type { Writer } from "./ingest/writer.ts";
import { log, logTo } from "./log.ts";
import { prepareEngine } from "./open-engine.ts";
import { openVault } from "./storage/vault.ts";

/** The database, open for one who writes and many who read. */
export interface OpenDatabase {
  writer: Writer;
  reading: Reading;
  /** What the names of files begin with that are kept for this database. */
  keptAt: string;
  isWell(): Promise<boolean>;
}

/** Starts the writer's thread, which makes and migrates the database, and opens it for reading. */
export async function openDatabase(
  config: Config,
  publicUrl: string,
  { writerEntry, counters }: { writerEntry: URL; counters: Counters },
): Promise<OpenDatabase> {
  const { database } = config;
  const { masterKey, keptAt, openingProblem, openReader } =
    await prepareEngine(config);
  const health = databaseHealth({
    read: () => sql`select 1`.execute(db),
    // Does hardly anything, and is committed all the same.
    write: () => writer.run("sumOrderHours", undefined),
  });
  const writer = await startWriter(
    writerEntry,
    { database, masterKey, publicUrl },
    writerDied,
    ({ commands, seconds, isStored }) => {
      health.committed({ isStored });
      counters.commits.observe(seconds);
      counters.commands += commands;
    },
  ).catch(openingProblem);
  // The writer has made and migrated the database; from here on it can be read.
  const db = await openReader();
  const vault = openVault(masterKey);
  const reading = { db, vault, publicUrl, now: Date.now };
  return { writer, reading, keptAt, isWell: health.isWell };
}

/** Nothing can be stored any more: whoever looks after the process starts it anew. */
function writerDied(error: Error): void {
  log.fatal({ err: error }, "The writer's thread died");
  logTo.flushSync();
  process.exit(1);
}
