import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { moveableTables } from "../../collector/storage/postgres/moveable-tables.ts";
import { openPostgres } from "../../collector/storage/postgres/open-postgres.ts";
import type { Schema } from "../../collector/storage/schema.ts";
import { tableNames } from "../../collector/storage/table-names.ts";
import { startCollector, temporaryFolder } from "../collector-process.ts";
import { databaseOn, onServer } from "./provide-server.ts";
import { postgresAt } from "./test-database.ts";

/** As migrations have it. */
const migrationsLock = 3_861_017_440;

test("a start on a database of this version waits for no migration, and looks for nothing to migrate", async () => {
  const url = await postgresAt();
  const other = new pg.Client(url);
  await other.connect();
  onTestFinished(() => other.end());
  await other.query(`select pg_advisory_lock(${migrationsLock})`);
  const storage = await openPostgres(url);
  await storage.close();
});

test("a start that was killed before all was ordered by bytes is made good by the next", async () => {
  const url = await postgresAt();
  await onServer(url, `alter table sites alter column id type text`);
  const collations = () =>
    onServer<{ collation_name: string | null }>(
      url,
      `select collation_name from information_schema.columns
        where table_schema = 'public' and table_name = 'sites' and column_name = 'id'`,
    );
  expect(await collations()).toEqual([{ collation_name: null }]);
  await (await openPostgres(url)).close();
  expect(await collations()).toEqual([{ collation_name: "C" }]);
});

test("what others keep in the same schema is left alone", async () => {
  const url = await postgresAt();
  await onServer(
    url,
    `create table orders_of_another_program (id text primary key);
      create view figures_of_an_extension as select id from orders_of_another_program;
      alter table sites alter column id type text`,
  );
  await (await openPostgres(url)).close();
  const collations = await onServer<{ tab: string; collation: string | null }>(
    url,
    `select table_name as tab, collation_name as collation from information_schema.columns
      where table_schema = 'public' and column_name = 'id'
        and table_name in ('sites', 'orders_of_another_program', 'figures_of_an_extension') order by 1`,
  );
  expect(collations).toEqual([
    { tab: "figures_of_an_extension", collation: null },
    { tab: "orders_of_another_program", collation: null },
    { tab: "sites", collation: "C" },
  ]);
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool: new pg.Pool({ connectionString: url }),
    }),
  });
  onTestFinished(() => db.destroy());
  const moveable = await moveableTables(db);
  expect(moveable.map(({ name }) => name).sort()).toEqual(
    [...tableNames].sort(),
  );
});

test("a collector that nobody told a key keeps what it makes where systemd lets it, and ends with what to set where it cannot", async () => {
  const database = await postgresAt();
  const name = new URL(database).pathname.slice(1);
  const startWith = (env: Record<string, string>) =>
    startCollector({
      database,
      env: { ENISHI_MASTER_KEY: "", ENISHI_ADMIN_PASSWORD: "", ...env },
    });
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  await expect(startWith({ STATE_DIRECTORY: file })).rejects.toThrow(
    /cannot start:\s+ENISHI_MASTER_KEY: .*ENOTDIR.*ENISHI_STATE_DIRECTORY/,
  );
  const STATE_DIRECTORY = temporaryFolder();
  const collector = await startWith({ STATE_DIRECTORY });
  expect(await collector.end("SIGTERM")).toBe(0);
  expect(readdirSync(STATE_DIRECTORY).sort()).toEqual(
    ["key", "owner", "scripts"].map((end) => `postgres-${name}.${end}`),
  );
  const elsewhere = { ENISHI_STATE_DIRECTORY: temporaryFolder() };
  await expect(startWith(elsewhere)).rejects.toThrow(
    /expected the key that this database was made with/,
  );
  const again = await startWith({ STATE_DIRECTORY });
  expect(await again.end("SIGTERM")).toBe(0);
});

test("a start that no waiting mends ends at once, and says why: a database in another encoding, a certificate that is not there, a server without one", async () => {
  const url = await postgresAt();
  const latin = `${new URL(url).pathname.slice(1)}_latin`;
  await onServer(
    url,
    `create database ${latin} template template0 encoding 'LATIN1' locale_provider libc locale 'C'`,
  );
  const starts: [string, RegExp][] = [
    [databaseOn(url, latin), /expected a database in UTF8, .* and got LATIN1/],
    [
      `${url}?sslmode=verify-full&sslrootcert=/none.pem`,
      /no such file .*none.pem/,
    ],
    [`${url}?sslmode=verify-full`, /The server does not support SSL/],
  ];
  for (const [database, why] of starts) {
    const said = await startCollector({ database }).catch(String);
    expect(said).toMatch(/The collector cannot start/);
    expect(said).toMatch(why);
  }
});
