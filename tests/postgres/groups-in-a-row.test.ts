import { expect, onTestFinished, test } from "vitest";
import { openPostgres } from "../../collector/storage/postgres/open-postgres.ts";
import { insertPerson } from "../../collector/storage/queries/people.ts";
import type { GroupWork } from "../../collector/storage/storage.ts";
import { postgresAt } from "./test-database.ts";

const created_at = 1;
const site = {
  ...{ id: "s", name: "s", public_key: "pk", signing_key: "" },
  ...{ origins: "[]", consent: "granted" as const, created_at },
};

async function openFilled() {
  const storage = await openPostgres(await postgresAt());
  onTestFinished(storage.close);
  await storage.db.insertInto("sites").values(site).execute();
  const signs: (object | undefined)[] = [];
  /** As an order does: it asks, and then adds rows whose answer nobody waits for. */
  const adds = (id: string): GroupWork<number> => ({
    needsSavepoint: true,
    runsBeside: true,
    async run(db, _, sign) {
      signs.push(sign);
      const known = await db.selectFrom("people").select("id").execute();
      await insertPerson(db, { id, site_id: "s", created_at });
      return known.length;
    },
  });
  const people = async () =>
    (await storage.db.selectFrom("people").select("id").execute()).length;
  return { storage, adds, signs, people };
}

test("a group that is begun while the last is stored sees all of it", async () => {
  const { storage, adds, signs, people } = await openFilled();
  const ended: Promise<unknown>[] = [];
  for (let n = 0; n < 6; n++) {
    const ending = Promise.withResolvers<void>();
    ended.push(storage.commitGroup([adds(`p${n}`)], ending.resolve));
    await ending.promise;
  }
  expect(await Promise.all(ended)).toEqual(
    [0, 1, 2, 3, 4, 5].map((value) => [{ status: "fulfilled", value }]),
  );
  expect(await people()).toBe(6);
  // Nobody else has decided anything: it was one row, and nothing was done twice.
  expect(new Set(signs).size).toBe(1);
  expect(signs).toHaveLength(6);
});

test("a group whose last row is wrong is stored without it, and the next, begun before that was known, is begun anew", async () => {
  const { storage, adds, signs, people } = await openFilled();
  for (const id of ["a", "b"]) await storage.commitGroup([adds(id)]);
  const ending = Promise.withResolvers<void>();
  const wrong = storage.commitGroup([adds("c"), adds("a")], ending.resolve);
  await ending.promise;
  const before = signs.length;
  const next = storage.commitGroup([adds("d")]);
  expect((await wrong).map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
  ]);
  expect((await next).map(({ status }) => status)).toEqual(["fulfilled"]);
  expect(await people()).toBe(4);
  expect(signs[before]).toBe(signs[0]);
  expect(signs.at(-1)).not.toBe(signs[0]);
});
