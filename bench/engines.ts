import { join } from "node:path";
import { temporaryFolder } from "../tests/collector-process.ts";
import { startEmbeddedServer } from "../tests/postgres/embedded-server.ts";
import { databaseOn, onServer } from "../tests/postgres/provide-server.ts";

/** Where the collectors that are measured keep their databases. */
export interface Engine {
  name: "sqlite" | "postgres";
  /** What it is, for the record. */
  what: string;
  newDatabase(): Promise<string>;
  close(): Promise<void>;
}

/** What a server of its own size would be given; everything else is as PostgreSQL comes, `fsync` too. */
const postgresSettings = ["shared_buffers=1GB", "max_wal_size=4GB"];

/** Throws where there is none, and none can be started. */
export function openEngine(name: Engine["name"]): Promise<Engine> {
  return name === "sqlite" ? openSqlite() : openPostgres();
}

async function openSqlite(): Promise<Engine> {
  const folder = temporaryFolder();
  let count = 0;
  return {
    name: "sqlite",
    what: "SQLite, write-ahead log, synchronous=FULL",
    newDatabase: async () => join(folder, `bench-${count++}.db`),
    close: async () => {},
  };
}

/** The server of `ENISHI_BENCH_POSTGRES`, or one that npm has brought. */
async function openPostgres(): Promise<Engine> {
  const given = process.env.ENISHI_BENCH_POSTGRES;
  const own = given ? null : await startEmbeddedServer(postgresSettings);
  const url = given ?? own?.url ?? "";
  const made: string[] = [];
  const [version] = await onServer<{ server_version: string }>(
    url,
    "show server_version",
  );
  return {
    name: "postgres",
    what: `PostgreSQL ${version?.server_version} ${own ? `on the same machine, as it comes but ${postgresSettings.join(", ")}` : "of ENISHI_BENCH_POSTGRES"}`,
    async newDatabase() {
      const database = `enishi_bench_${process.pid}_${made.length}`;
      made.push(database);
      await onServer(url, `create database ${database}`);
      return databaseOn(url, database);
    },
    async close() {
      if (own) return own.stop();
      for (const database of made)
        await onServer(url, `drop database ${database} with (force)`);
    },
  };
}
