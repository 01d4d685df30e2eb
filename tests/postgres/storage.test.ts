import { sql } from "kysely";
import { expect, test } from "vitest";
import { putMember } from "../../collector/actions/put-member.ts";
import { recordEvents } from "../../collector/actions/record-events.ts";
import {
  openPostgres,
  openPostgresReader,
} from "../../collector/storage/postgres/open-postgres.ts";
import { selectMembers } from "../../collector/storage/queries/members-page.ts";
import { storageContract } from "../../collector/storage/storage.contract.ts";
import type { Storage } from "../../collector/storage/storage.ts";
import { eventually } from "../eventually.ts";
import { openWork } from "../open-work.ts";
import { postgresAt } from "./test-database.ts";

storageContract("PostgreSQL", async () => openPostgres(await postgresAt()));

const site = (id: string) => ({
  id,
  name: id,
  public_key: `pk_${id}`,
  signing_key: "",
  origins: "[]",
  consent: "granted" as const,
  created_at: Date.UTC(2026, 3, 1),
});

test("a reader sees what was committed, as numbers, and cannot write", async () => {
  const url = await postgresAt();
  const storage = await openPostgres(url);
  const reader = openPostgresReader(url);
  await storage.commitGroup([
    {
      needsSavepoint: true,
      run: (db) => db.insertInto("sites").values(site("s1")).execute(),
    },
  ]);
  const rows = await reader
    .selectFrom("sites")
    .select(["id", "created_at"])
    .select((by) => [
      by.fn.sum("created_at").as("sum"),
      by.fn.countAll().as("n"),
      by.exists(by.selectFrom("people").select("id")).as("some"),
    ])
    .groupBy(["id", "created_at"])
    .execute();
  const at = Date.UTC(2026, 3, 1);
  expect(rows).toEqual([{ id: "s1", created_at: at, sum: at, n: 1, some: 0 }]);
  await expect(
    reader.insertInto("sites").values(site("s2")).execute(),
  ).rejects.toThrow(/read-only/);
  await reader.destroy();
  await storage.close();
});

test("ids are ordered byte by byte, in whatever language the database was made", async () => {
  const storage = await openPostgres(await postgresAt());
  const ids = ["b", "B", "a", "_", "A", "-", "1"];
  await storage.db.insertInto("sites").values(ids.map(site)).execute();
  const rows = await storage.db
    .selectFrom("sites")
    .select("id")
    .where("id", ">", "-")
    .orderBy("id")
    .execute();
  expect(rows.map(({ id }) => id)).toEqual(["1", "A", "B", "_", "a", "b"]);
  await storage.close();
});

test("every commit waits for the disk, also where the server would not", async () => {
  const url = await postgresAt();
  const name = new URL(url).pathname.slice(1);
  const first = await openPostgres(url);
  await sql
    .raw(`alter database ${name} set synchronous_commit = off`)
    .execute(first.db);
  await first.close();
  const storage = await openPostgres(url);
  const { rows } = await sql`show synchronous_commit`.execute(storage.db);
  expect(rows).toEqual([{ synchronous_commit: "on" }]);
  await storage.close();
});

test("no query is compiled, which takes longer than it", async () => {
  const url = await postgresAt();
  const storage = await openPostgres(url);
  const reader = openPostgresReader(url);
  for (const db of [storage.db, reader]) {
    const { rows } = await sql`show jit`.execute(db);
    expect(rows).toEqual([{ jit: "off" }]);
  }
  await reader.destroy();
  await storage.close();
});

test("collectors that start at once on an empty database do not collide", async () => {
  const url = await postgresAt();
  const fresh = await openPostgres(url);
  await sql`drop schema public cascade`.execute(fresh.db);
  await sql`create schema public`.execute(fresh.db);
  await fresh.close();
  const all = await Promise.all([1, 2, 3].map(() => openPostgres(url)));
  for (const { db } of all)
    expect(await db.selectFrom("sites").selectAll().execute()).toEqual([]);
  await Promise.all(all.map((one) => one.close()));
});

test("a member is found by the public name in any case", async () => {
  const { work, siteId, close } = await openWork();
  await putMember(work, { siteId, externalId: "h", publicName: "Hanako S" });
  const found = await selectMembers(work.db, siteId, {
    ...{ query: "hanAKO", code: null, emailIndex: null },
    ...{ state: null, before: null, limit: 10 },
  });
  expect(found.map(({ external_id }) => external_id)).toEqual(["h"]);
  await close();
});

test("events of one group go in one trip, and of two with one id the first is new", async () => {
  const { work, siteId, storage, close } = await openWork();
  const signals = (...ids: string[]) => ({
    needsSavepoint: false,
    run: (db: Storage["db"]) =>
      recordEvents(
        { ...work, db },
        {
          ...{ siteId, origin: null, receivedAt: 1, visitor: null },
          events: ids.map((id) => ({
            ...{ kind: "signal" as const, id, at: 1, type: "view" as const },
            ...{ surface: null, name: null, code: null },
            ...{ channel: null, props: null },
          })),
        },
      ),
  });
  const results = await storage.commitGroup([
    signals("e1", "e2", "e1"),
    signals("e2", "e3"),
  ]);
  expect(
    results.map((result) =>
      result.status === "fulfilled"
        ? result.value.outcomes.map(({ outcome }) => outcome)
        : result.reason,
    ),
  ).toEqual([
    ["accepted", "accepted", "duplicate"],
    ["duplicate", "accepted"],
  ]);
  await close();
});

test("a further group may come while one is being committed, and groups that come at once take turns", async () => {
  const storage = await openPostgres(await postgresAt());
  const seen: string[] = [];
  const group = (id: string, thenFail = false) => [
    {
      needsSavepoint: true,
      run: async (db: (typeof storage)["db"]) => {
        const before = await db.selectFrom("sites").select("id").execute();
        seen.push(`${id} after ${before.map((row) => row.id).join()}`);
        await db.insertInto("sites").values(site(id)).execute();
        if (thenFail) throw new Error(`${id} failed`);
      },
    },
  ];
  let further: Promise<unknown> = Promise.resolve();
  const first = storage.commitGroup(group("s1"), () => {
    seen.push("s1 is ending");
    further = Promise.all([
      storage.commitGroup(group("s2", true)),
      storage.commitGroup(group("s3")),
    ]);
  });
  expect(await first).toMatchObject([{ status: "fulfilled" }]);
  expect(await further).toMatchObject([
    [{ status: "rejected" }],
    [{ status: "fulfilled" }],
  ]);
  expect(seen.slice(0, 3)).toEqual([
    ...["s1 after ", "s1 is ending", "s2 after s1"],
  ]);
  const ids = await storage.db.selectFrom("sites").select("id").execute();
  expect(ids.map(({ id }) => id).sort()).toEqual(["s1", "s3"]);
  await storage.close();
});

test("groups are in a row until another collector decides, or one of them fails", async () => {
  const url = await postgresAt();
  const [own, other] = await Promise.all([
    openPostgres(url),
    openPostgres(url),
  ]);
  const rowOf = async (storage: Storage, needsSavepoint = true) => {
    const [result] = await storage.commitGroup([
      { needsSavepoint, run: async (_db, _beside, row) => row },
    ]);
    return result?.status === "fulfilled" ? result.value : result;
  };
  /** A row ends by itself after a while. */
  const inOneRow = (between: () => Promise<unknown>) =>
    eventually(async () => {
      const before = await rowOf(own);
      await between();
      expect(before).toBeDefined();
      expect(await rowOf(own)).toBe(before);
    });
  const inTwo = async (between: () => Promise<unknown>) => {
    const before = await rowOf(own);
    await between();
    expect(await rowOf(own)).not.toBe(before);
  };
  await inOneRow(async () => {});
  await inOneRow(async () => {
    expect(await rowOf(own, false)).toBeUndefined();
    await rowOf(other, false);
  });
  await inTwo(() => rowOf(other));
  // What the other decides has the number that the group would have had.
  await inTwo(async () => {
    const failing = own.commitGroup([
      {
        needsSavepoint: true,
        run: (db) => sql`select 1 / 0`.execute(db).catch(() => {}),
      },
    ]);
    await expect(failing).rejects.toThrow();
    await rowOf(other);
  });
  await Promise.all([own.close(), other.close()]);
});
