import { createHash, randomBytes } from "node:crypto";
import { inject } from "vitest";
import { openPostgres } from "../../collector/storage/postgres/open-postgres.ts";
import type { Storage } from "../../collector/storage/storage.ts";
import { databaseOn, onServer } from "./provide-server.ts";

/** A migrated database of PostgreSQL for one test; the same path names the same one. */
export async function postgresAt(path = ":memory:"): Promise<string> {
  const server = inject("postgres");
  if ("missing" in server) throw new Error(server.missing);
  const template = new URL(server.url).pathname.slice(1);
  const mark =
    path === ":memory:"
      ? randomBytes(6).toString("hex")
      : createHash("sha256").update(path).digest("hex").slice(0, 16);
  const name = `${template}_${mark}`;
  const admin = databaseOn(server.url, "postgres");
  const known = await onServer(
    admin,
    `select 1 from pg_database where datname = '${name}'`,
  );
  if (!known.length)
    await onServer(admin, `create database ${name} template ${template}`);
  return databaseOn(server.url, name);
}

/** The database that stands for a file. */
export async function openPostgresOf(path: string): Promise<Storage> {
  return openPostgres(await postgresAt(path));
}

/** Databases of this process that no test uses: to empty one is quicker than to make one. */
const free: { url: string; storage: Storage }[] = [];

/** An empty database, until it is closed. */
export async function emptyPostgres(): Promise<Storage> {
  const one = free.pop() ?? (await newPostgres());
  return {
    ...one.storage,
    async close() {
      await onServer(one.url, await emptying(one.storage));
      free.push(one);
    },
  };
}

async function newPostgres() {
  const url = await postgresAt();
  return { url, storage: await openPostgres(url) };
}

let statements: string | null = null;

async function emptying({ db }: Storage): Promise<string> {
  statements ??= [
    // Without a look at what refers to what.
    "set session_replication_role = replica",
    ...(await db.introspection.getTables())
      // Parts of a table are emptied with it, and a test may have dropped them; what migrations put there stays.
      .filter(({ name }) => !name.startsWith("events_") && name !== "decisions")
      .map(({ name }) => `delete from ${name}`),
  ].join(";");
  return statements;
}
