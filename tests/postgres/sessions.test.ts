import { connect as connectTo, createServer } from "node:net";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { openPatiently } from "../../collector/storage/postgres/open-patiently.ts";
import {
  openPostgres,
  openPostgresReader,
} from "../../collector/storage/postgres/open-postgres.ts";
import type { Database } from "../../collector/storage/storage.ts";
import { onServer } from "./provide-server.ts";
import { postgresAt } from "./test-database.ts";

test("no more is asked of a pooler than it lets through by itself", async () => {
  const asked = new Set<string>();
  const url = await behindPooler(await postgresAt(), asked);
  const storage = await openPostgres(url);
  const reader = openPostgresReader(url);
  expect(await settingsOf(storage.db)).toMatchObject(ofCollector);
  expect(await settingsOf(reader)).toMatchObject(ofCollector);
  await expect(sql`create table other (n int)`.execute(reader)).rejects.toThrow(
    /read-only/,
  );
  await reader.destroy();
  await storage.close();
  expect([...asked].sort()).toEqual([
    "application_name",
    "client_encoding",
    "database",
    "user",
  ]);
});

test("who migrates waits as long as it takes, and who serves no longer than this, whatever the database's defaults", async () => {
  const url = await postgresAt();
  const name = new URL(url).pathname.slice(1);
  for (const one of ["statement", "lock", "idle_in_transaction_session"])
    await onServer(url, `alter database ${name} set ${one}_timeout = '3s'`);
  await onServer(
    url,
    `alter database ${name} set default_transaction_isolation = 'serializable'`,
  );
  const storage = await openPostgres(url);
  onTestFinished(storage.close);
  expect(await settingsOf(storage.db)).toMatchObject(ofCollector);
  const patiently = openPatiently(url);
  onTestFinished(() => patiently.pool.end());
  const { rows } = await patiently.ask(allSettings, []);
  expect(rows).toMatchObject([
    {
      default_transaction_isolation: "read committed",
      statement_timeout: "0",
      lock_timeout: "0",
      idle_in_transaction_session_timeout: "0",
    },
  ]);
});

const ofCollector = {
  default_transaction_isolation: "read committed",
  lock_timeout: "10s",
  statement_timeout: "20s",
  idle_in_transaction_session_timeout: "10s",
};

const allSettings = `select ${Object.keys(ofCollector)
  .map((name) => `current_setting('${name}') as ${name}`)
  .join(", ")}`;

async function settingsOf(db: Database) {
  const { rows } = await sql.raw(allSettings).execute(db);
  return rows[0];
}

/** As PgBouncer in session mode: it passes everything on, and knows what a first packet may ask for. */
async function behindPooler(server: string, asked: Set<string>) {
  const pooler = createServer((near) => {
    near.on("error", () => {});
    near.once("data", (first) => {
      const words = first.subarray(8).toString().split("\0");
      for (let n = 0; words[n]; n += 2) asked.add(words[n] ?? "");
      const { port, hostname } = new URL(server);
      const far = connectTo(Number(port || 5432), hostname);
      far.on("error", () => near.destroy());
      far.write(first);
      near.pipe(far).pipe(near);
    });
  });
  await new Promise<void>((resolve) => pooler.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void pooler.close());
  const address = pooler.address();
  const url = new URL(server);
  url.host = `127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  return url.href;
}
