import {
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
} from "kysely";
import pg from "pg";
import { addRowsBy } from "../add-rows.ts";
import { runTextsBy } from "../run-text.ts";
import type { Schema } from "../schema.ts";
import type { Database, Storage } from "../storage.ts";
import { borrowFrom } from "./borrow.ts";
import { commitOn } from "./commit-on.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { openConnection } from "./open-connection.ts";
import { outOfReach, troubleOf } from "./postgres-trouble.ts";
import { lent } from "./prepared.ts";
import { impatient, sessionAt, tell } from "./session.ts";

/** Reads under way at once; more wait. */
const maxReaders = 6;

/**
 * Opens the one connection on which this process writes, having brought the
 * database up to this version's schema. Other collectors may write beside it.
 */
export async function openPostgres(url: string): Promise<Storage> {
  await migratePostgres(url);
  const connection = openConnection(sessionAt(url), prepareToWrite);
  const db = kyselyOver(connection.pool);
  runTextsBy(db, async (text, parameters) => {
    const { rows, rowCount } = await connection.ask(text, parameters);
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
  });
  addRowsBy(db, connection.add);
  return {
    db,
    commitGroup: (group, onEnding) =>
      commitOn({ connection, db, onEnding }, group),
    close: () => db.destroy(),
  };
}

/**
 * A commit is answered when it is on the disk, whatever the server's default; a stricter one stays.
 * And whoever writes here tells the ids of events itself, which is quicker than the trigger for those that do not.
 */
async function prepareToWrite(client: pg.Client): Promise<void> {
  await tell(client, impatient);
  await client.query(`select set_config('enishi.ids', 'told', false)`);
  await client.query(`select set_config('synchronous_commit', 'on', false)
    where current_setting('synchronous_commit') in ('off', 'local', 'remote_write')`);
}

function prepareToRead(client: pg.ClientBase): Promise<void> {
  return tell(client, { ...impatient, default_transaction_read_only: "on" });
}

/** Opens connections that can only read, beside the writer. */
export function openPostgresReader(url: string): Database {
  const session = sessionAt(url);
  const pool = new pg.Pool({ ...session, max: maxReaders });
  const borrow = borrowFrom(pool);
  // An idle connection that is lost is replaced when it is needed.
  pool.on("error", () => {});
  // Where one is lost during a query, whoever asked is told. The same event, heard by nobody, would end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return kyselyOver({
    options: {},
    async connect() {
      const client = await borrow().catch(refuse);
      const kept = known.get(client) ?? (await newReader(client, session));
      known.set(client, kept);
      return kept;
    },
    end: () => pool.end(),
  });
}

async function newReader(
  client: pg.PoolClient,
  session: pg.ClientConfig,
): Promise<PostgresPoolClient> {
  await prepareToRead(client).catch((error) => {
    client.release(true);
    refuse(error);
  });
  return reader(client, session);
}

function reader(
  client: pg.PoolClient,
  session: pg.ClientConfig,
): PostgresPoolClient {
  let isSpent = false;
  return lent(
    async (query) => {
      try {
        return await client.query(query);
      } catch (error) {
        // Of a writer it would say that the server has become a standby; here nothing is ever written.
        if (isRefusedWrite(error)) throw error;
        const trouble = troubleOf(error);
        isSpent ||= trouble === "lost" || trouble === "stale";
        return isSpent ? askAnew(session, query).catch(refuse) : refuse(error);
      }
    },
    () => client.release(isSpent),
  );
}

function isRefusedWrite(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === "25006";
}

/** To read twice harms nobody: so a restart of the server, or a migration, is not seen. */
async function askAnew(
  session: pg.ClientConfig,
  { text, values = [] }: pg.QueryConfig,
): Promise<pg.QueryResult> {
  const client = new pg.Client(session).on("error", () => {});
  try {
    await client.connect();
    await prepareToRead(client);
    return await client.query({ text, values });
  } finally {
    client.end().catch(() => {});
  }
}

function refuse(error: unknown): never {
  throw troubleOf(error) === null ? error : outOfReach(error);
}

function kyselyOver(pool: PostgresPool): Database {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
