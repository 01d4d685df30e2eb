import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { openPostgres } from "../../collector/storage/postgres/open-postgres.ts";
import { onServer } from "./provide-server.ts";
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
