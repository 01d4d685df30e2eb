import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { openPostgres } from "../collector/storage/postgres/open-postgres.ts";
import { openSqlite } from "../collector/storage/sqlite/open-sqlite.ts";
import {
  newDatabase,
  startCollector,
  temporaryFolder,
} from "./collector-process.ts";
import { siteApi } from "./site-api.ts";
import { nextBatch, openProgram } from "./streamed-events.ts";

const isServer = process.env.ENISHI_TEST_ENGINE === "postgres";

function rebuild(database: string) {
  const env = { ...process.env, ENISHI_DATABASE: database };
  return promisify(execFile)(
    process.execPath,
    ["collector/rebuild-rollups.ts"],
    { env },
  );
}

async function shop() {
  const database = await newDatabase();
  const collector = await startCollector({ database });
  onTestFinished(() => void collector.end("SIGKILL"));
  const api = siteApi(collector);
  const { code } = await openProgram(collector);
  for (let n = 0; n < 20; n++) await api.send(await nextBatch(code));
  return { database, collector, api };
}

test("what reports read is counted anew, and what differed is told", async () => {
  const { database, collector, api } = await shop();
  const funnel = await api.funnel();
  await collector.end("SIGTERM");
  expect((await rebuild(database)).stdout).toBe("Nothing differed.\n");

  const open = isServer ? openPostgres : openSqlite;
  const { db, close } = await open(database);
  const wrong = { type: "", program_id: "default", currency: "" };
  const figures = { n: 5, amount_minor: 500, gross_minor: 0 };
  const { site_id } = await db
    .selectFrom("event_rollups")
    .select("site_id")
    .executeTakeFirstOrThrow();
  await db.updateTable("event_rollups").set({ n: 1_000 }).execute();
  await db.deleteFrom("channel_rollups").execute();
  // An hour in which nobody ordered anything.
  await db
    .insertInto("order_rollups")
    .values({ ...wrong, ...figures, site_id, hour: 0, kind: "reward" })
    .execute();
  await close();

  const { stdout } = await rebuild(database);
  expect(stdout).toMatch(
    /^event_rollups: share: n of \d+ rows was \d+000, is/m,
  );
  expect(stdout).toMatch(
    /^channel_rollups: share \w+: n of \d+ rows was 0, is/m,
  );
  expect(stdout).toMatch(/^order_rollups: reward: n of 1 rows was 5, is 0$/m);
  expect((await rebuild(database)).stdout).toBe("Nothing differed.\n");
  const again = await startCollector({ database });
  onTestFinished(() => void again.end("SIGKILL"));
  const { to: _, ...before } = funnel;
  expect(await siteApi(again).funnel()).toMatchObject(before);
});

test("a file that a collector uses is left alone, and on a server collectors go on", async () => {
  const { database, api } = await shop();
  if (isServer)
    expect((await rebuild(database)).stdout).toBe("Nothing differed.\n");
  else
    await expect(rebuild(database)).rejects.toMatchObject({
      code: 2,
      stderr: `Nothing was rebuilt: a collector uses ${database}: stop it first\n`,
    });
  expect((await api.funnel()).shares).toBeGreaterThan(0);
});

test.skipIf(isServer)("a file that is not there is not made", async () => {
  const database = `${temporaryFolder()}/typo.db`;
  await expect(rebuild(database)).rejects.toMatchObject({
    code: 2,
    stderr: `Nothing was rebuilt: there is no file ${database}\n`,
  });
});
