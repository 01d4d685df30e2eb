import pg from "pg";
import type { TestProject } from "vitest/node";
import { openPostgres } from "../../collector/storage/postgres/open-postgres.ts";
import { type EmbeddedServer, startEmbeddedServer } from "./embedded-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server on which databases may be made, or why there is none. */
    postgres: { url: string } | { missing: string };
  }
}

/** Before the run: the server of `ENISHI_TEST_POSTGRES`, or else one of our own; after it, nothing of ours is left. */
export default async function provideServer(project: TestProject) {
  const given = process.env.ENISHI_TEST_POSTGRES;
  let own: EmbeddedServer | null = null;
  try {
    own = given ? null : await startEmbeddedServer();
  } catch (error) {
    const missing = `No PostgreSQL: ${error instanceof Error ? error.message : error}`;
    process.stderr.write(
      `\n${missing}\nEvery test of project ${project.name} is SKIPPED. Name a server with ENISHI_TEST_POSTGRES=postgres://...\n\n`,
    );
    project.provide("postgres", { missing });
    return;
  }
  const url = given ?? own?.url ?? "";
  // Of which every test's database is a copy; by its name the run's own are known.
  const template = `enishi_test_${process.pid}_${project.name.replace(/\W/g, "_")}`;
  const made = databaseOn(url, template);
  await onServer(url, `create database ${template}`);
  await (await openPostgres(made)).close();
  project.provide("postgres", { url: made });
  return async () => {
    if (own) await own.stop();
    else await dropAll(url, template);
  };
}

export function databaseOn(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function onServer<Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function dropAll(url: string, template: string): Promise<void> {
  const made = await onServer<{ datname: string }>(
    url,
    `select datname from pg_database where datname like '${template}%'`,
  );
  for (const { datname } of made)
    await onServer(url, `drop database ${datname} with (force)`);
}
