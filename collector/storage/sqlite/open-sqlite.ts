import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { migrate } from "../migrations/index.ts";
import { runTextsBy } from "../run-text.ts";
import type { Schema } from "../schema.ts";
import type { Database, Storage } from "../storage.ts";
import { groupsOn } from "./commit-group.ts";
import { keepToFiles } from "./keep-to-files.ts";
import { heardOfRead, isOfTheDisk } from "./sqlite-trouble.ts";
import { stayPrepared } from "./stay-prepared.ts";

/**
 * Pages in the write-ahead log before the writer folds back what a thread beside it has left (`fold-log-thread.ts`), and
 * begins it anew: some commits wait for that, so it is rare, and the log is at most 64 MB. While somebody reads for long it
 * holds all that is written meanwhile; when it begins anew after that, it is cut to its bound.
 */
const checkpointPages = 16_000;
const pageBytes = 4_096;
/** Room for the latest pages of every index; three times as much was no faster, since the system has cached the rest. */
const cacheKibibytes = 16 * 1024;

/**
 * Opens the one writing connection: write-ahead log, every commit synced to
 * the disk before it is answered. Creates and migrates the file as needed.
 */
export async function openSqlite(path: string): Promise<Storage> {
  if (path !== ":memory:") {
    mkdirSync(dirname(path), { recursive: true });
    // Made here, so that nobody else on the machine can read it; the log beside it follows suit.
    closeSync(openSync(path, "a", 0o600));
  }
  const connection = new Sqlite(path);
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("busy_timeout = 5000");
  connection.pragma(`journal_size_limit = ${checkpointPages * pageBytes}`);
  connection.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  connection.pragma(`cache_size = -${cacheKibibytes}`);
  const db = kyselyOver(connection);
  await migrate(db);
  const commitGroup = groupsOn(connection, db);
  const keepTo = path === ":memory:" ? () => {} : keepToFiles(path, connection);

  return {
    db,
    async commitGroup(group) {
      keepTo();
      return commitGroup(group);
    },
    async close() {
      try {
        connection.pragma("wal_checkpoint(TRUNCATE)");
      } catch (error) {
        // What was committed stays in the log, which the next start reads.
        if (!isOfTheDisk(error)) throw error;
      }
      await db.destroy();
    },
  };
}

/** Opens a connection that can only read, beside the writer. */
export function openSqliteReader(path: string): Database {
  const connection = new Sqlite(path, { readonly: true, fileMustExist: true });
  connection.pragma("busy_timeout = 5000");
  connection.pragma(`cache_size = -${cacheKibibytes}`);
  return kyselyOver(connection, (statement) => {
    const all = statement.all.bind(statement);
    statement.all = (...parameters) => {
      try {
        return all(...parameters);
      } catch (error) {
        throw heardOfRead(error);
      }
    };
    return statement;
  });
}

/** Kysely prepares a statement each time it is run; here each text is prepared once. */
function kyselyOver(
  connection: Sqlite.Database,
  guard = (statement: Sqlite.Statement) => statement,
): Database {
  const prepare = preparedOnce((text) => guard(connection.prepare(text)));
  const prepareToStay = preparedOnce((text) =>
    guard(connection.prepare(stayPrepared(text))),
  );
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({
      database: { prepare, close: () => connection.close() },
    }),
  });
  runTextsBy(db, async (text, parameters) => {
    const statement = prepareToStay(text);
    if (statement.reader) return { rows: statement.all(parameters) };
    const { changes } = statement.run(parameters);
    return { rows: [], numAffectedRows: BigInt(changes) };
  });
  return db;
}

function preparedOnce(
  prepare: (text: string) => Sqlite.Statement,
): (text: string) => Sqlite.Statement {
  const known = new Map<string, Sqlite.Statement>();
  return (text) => {
    let statement = known.get(text);
    if (!statement) {
      statement = prepare(text);
      if (known.size > 500) known.clear();
      known.set(text, statement);
    }
    return statement;
  };
}
