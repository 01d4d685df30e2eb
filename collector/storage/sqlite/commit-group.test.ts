import { expect, onTestFinished, test } from "vitest";
import { insertClick } from "../queries/clicks.ts";
import { selectDecisions } from "../queries/decisions.ts";
import type { Database } from "../storage.ts";
import { openSqlite } from "./open-sqlite.ts";

/** Works that note how often each of them is run. */
async function opened() {
  const storage = await openSqlite(":memory:");
  onTestFinished(() => storage.close());
  const runs: string[] = [];
  const work = (name: string, run: (db: Database) => Promise<unknown>) => ({
    needsSavepoint: true,
    run: (db: Database) => {
      runs.push(name);
      return run(db);
    },
  });
  const buy = (db: Database, id: string) =>
    db
      .insertInto("people")
      .values({ id, site_id: "s", created_at: 1 })
      .execute();
  await storage.db
    .insertInto("sites")
    .values({
      ...{ id: "s", name: "s", public_key: "s", signing_key: "" },
      ...{ origins: "[]", consent: "granted", created_at: 1 },
    })
    .execute();
  const people = async () => {
    const rows = await storage.db.selectFrom("people").select("id").execute();
    return rows.map(({ id }) => id).sort();
  };
  return { storage, runs, work, buy, people };
}

const fail = () => Promise.reject(new Error("no"));

test("who fails before writing anything makes nobody do anything twice", async () => {
  const { storage, runs, work, buy, people } = await opened();
  const results = await storage.commitGroup([
    work("a", (db) => buy(db, "a")),
    work("b", async (db) => {
      await selectDecisions(db);
      await fail();
    }),
    work("c", (db) => buy(db, "c")),
  ]);
  expect(results.map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  expect(runs).toEqual(["a", "b", "c"]);
  expect(await people()).toEqual(["a", "c"]);
});

test("who fails after writing makes the group begin anew, and is counted as one decision", async () => {
  const { storage, runs, work, buy, people } = await opened();
  const before = Number(await selectDecisions(storage.db));
  const results = await storage.commitGroup([
    work("a", (db) => buy(db, "a")),
    work("b", (db) => buy(db, "b").then(fail)),
    work("c", (db) => buy(db, "c")),
  ]);
  expect(results.map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  expect(runs).toEqual(["a", "b", "a", "b", "c"]);
  expect(await people()).toEqual(["a", "c"]);
  expect(Number(await selectDecisions(storage.db))).toBe(before + 1);
});

test("a group that began anew counts its clicks once", async () => {
  const { storage, work, buy } = await opened();
  await storage.db.transaction().execute(async (db) => {
    await buy(db, "p");
    await db
      .insertInto("members")
      .values({
        ...{ id: "m", site_id: "s", program_id: "default", person_id: "p" },
        ...{ kind: "customer", state: "active", created_at: 1 },
      } as never)
      .execute();
    await db
      .insertInto("codes")
      .values({ code: "C", site_id: "s", member_id: "m", created_at: 1 })
      .execute();
  });
  const click = (id: string) => ({
    needsSavepoint: false,
    run: (db: Database) =>
      insertClick(
        db,
        {
          ...{ site_id: "s", id, type: "click", at: 1, received_at: 1 },
          ...{ visitor: null, code: "C", channel: null, surface: null },
          ...{ name: null, url: null, props: null },
        },
        { click: id, bot: 0 },
      ),
  });
  await storage.commitGroup<unknown>([
    click("1"),
    work("half", (db) => buy(db, "b").then(fail)),
    click("2"),
  ]);
  const counted = await storage.db
    .selectFrom("event_rollups")
    .select(["kind", "n"])
    .execute();
  expect(counted).toEqual([{ kind: "click", n: 2 }]);
});
