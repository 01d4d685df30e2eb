import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { insertClick, upsertClick } from "./queries/clicks.ts";
import { selectDecisions } from "./queries/decisions.ts";
import { insertPerson } from "./queries/people.ts";
import type { Storage } from "./storage.ts";

/** What every adapter must do, whatever the engine: each adapter's test runs it. */
export function storageContract(
  name: string,
  open: () => Promise<Storage>,
): void {
  describe(`${name} as a storage`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    const addPerson = (id: string, thenFail = false) => ({
      needsSavepoint: true,
      run: async (db: Storage["db"]) => {
        await db
          .insertInto("sites")
          .values({
            id: `site-${id}`,
            name: id,
            public_key: id,
            signing_key: "",
            origins: "[]",
            consent: "granted",
            created_at: 1,
          })
          .execute();
        if (thenFail) throw new Error(`${id} failed`);
        return id;
      },
    });
    const names = async () =>
      (
        await storage.db
          .selectFrom("sites")
          .select("name")
          .orderBy("name")
          .execute()
      ).map((row) => row.name);

    test("a group's works answer in order", async () => {
      const results = await storage.commitGroup(
        ["a", "b"].map((id) => addPerson(id)),
      );
      expect(results).toEqual([
        { status: "fulfilled", value: "a" },
        { status: "fulfilled", value: "b" },
      ]);
      expect(await names()).toEqual(["a", "b"]);
    });

    test("a work that fails keeps none of its writes and costs the others nothing", async () => {
      const results = await storage.commitGroup([
        addPerson("a"),
        addPerson("b", true),
        addPerson("c"),
      ]);
      expect(results.map(({ status }) => status)).toEqual([
        "fulfilled",
        "rejected",
        "fulfilled",
      ]);
      expect(await names()).toEqual(["a", "c"]);
    });

    test("a work whose row the database refuses keeps none of its writes and costs the others nothing", async () => {
      await storage.commitGroup([addPerson("a")]);
      const addBuyers = (...ids: string[]) => ({
        needsSavepoint: true,
        run: async (db: Storage["db"]) => {
          for (const id of ids)
            await insertPerson(db, { id, site_id: "site-a", created_at: 1 });
        },
      });
      const results = await storage.commitGroup([
        addBuyers("p1"),
        addBuyers("p2", "p1", "p3"),
        addBuyers("p4"),
      ]);
      expect(results.map(({ status }) => status)).toEqual([
        "fulfilled",
        "rejected",
        "fulfilled",
      ]);
      const people = await storage.db
        .selectFrom("people")
        .select("id")
        .orderBy("id")
        .execute();
      expect(people.map(({ id }) => id)).toEqual(["p1", "p4"]);
    });

    test("a failure of work without a savepoint takes back the whole group", async () => {
      await expect(
        storage.commitGroup([
          addPerson("a"),
          { ...addPerson("b", true), needsSavepoint: false },
        ]),
      ).rejects.toThrow("b failed");
      expect(await names()).toEqual([]);
      await storage.commitGroup([addPerson("c")]);
      expect(await names()).toEqual(["c"]);
    });

    test("a group that decides something is counted, one that only adds rows is not", async () => {
      const before = await selectDecisions(storage.db);
      await storage.commitGroup([
        { needsSavepoint: false, run: async () => {} },
      ]);
      expect(await selectDecisions(storage.db)).toBe(before);
      await storage.commitGroup([addPerson("a"), addPerson("b", true)]);
      expect(await selectDecisions(storage.db)).toBe(`${Number(before) + 1}`);
    });

    test("clicks of nobody known go together, and whose one was is found out later", async () => {
      const told = { site_id: "a", code: "c", channel: null, at: 1 };
      const add = (...ids: string[]) => ({
        needsSavepoint: false,
        run: (db: Storage["db"]) =>
          Promise.all(
            ids.map((id) =>
              insertClick(
                db,
                {
                  ...{ ...told, id: `e${id}`, type: "click", received_at: 1 },
                  ...{ visitor: null, surface: null, name: null },
                  ...{ url: null, props: null },
                },
                { click: id, bot: 0 },
              ),
            ),
          ),
      });
      const click = (id: string, visitor: string) =>
        upsertClick(storage.db, { ...told, id, visitor, bot: 0 });
      const [first, second] = await storage.commitGroup([
        add("1", "2", "1"),
        add("2", "3"),
      ]);
      expect(first).toMatchObject({ value: [true, true, false] });
      expect(second).toMatchObject({ value: [false, true] });
      expect(await click("2", "v")).toBe(true);
      expect(await click("2", "another")).toBe(false);
      await storage.commitGroup([add("2", "4")]);
      const { db } = storage;
      const clicks = await db
        .selectFrom("clicks")
        .select(["id", "visitor"])
        .orderBy("id")
        .execute();
      expect(clicks).toEqual([
        { id: "1", visitor: null },
        { id: "2", visitor: "v" },
        { id: "3", visitor: null },
        { id: "4", visitor: null },
      ]);
    });

    test("the database itself refuses a second reward for one friend, step and side", async () => {
      const { db } = storage;
      await storage.commitGroup([addPerson("a")]);
      await db
        .insertInto("people")
        .values([
          { id: "p1", site_id: "site-a", created_at: 1 },
          { id: "p2", site_id: "site-a", created_at: 1 },
        ])
        .execute();
      await db
        .insertInto("members")
        .values({
          id: "m1",
          site_id: "site-a",
          program_id: "default",
          person_id: "p1",
          kind: "customer",
          state: "active",
          created_at: 1,
        } as never)
        .execute();
      await db
        .insertInto("referrals")
        .values({
          id: "r1",
          site_id: "site-a",
          program_id: "default",
          program_version: 1,
          member_id: "m1",
          friend_id: "p2",
          code: "CODE2345",
          credited_by: "code",
          touch_at: 1,
          stage: "sale",
          verified: 1,
          created_at: 1,
        })
        .execute();
      for (const order of ["o1", "o2"])
        await db
          .insertInto("conversions")
          .values({
            id: order,
            site_id: "site-a",
            type: "sale",
            order_id: order,
            refunded_minor: 0,
            touches: "[]",
            occurred_at: 1,
            recorded_at: 1,
            trust: "server",
            friend_id: "p2",
            warnings: "[]",
          } as never)
          .execute();
      const reward = (id: string, conversion: string) =>
        db
          .insertInto("rewards")
          .values({
            id,
            site_id: "site-a",
            conversion_id: conversion,
            referral_id: "r1",
            program_id: "default",
            step_on: "sale",
            side: "referrer",
            person_id: "p1",
            friend_id: "p2",
            kind: "points",
            name: null,
            currency: "JPY",
            amount_minor: 1200,
            compensation_minor: 0,
            state: "pending",
            because: null,
            capped_by: "[]",
            confirmable_at: null,
            released: 0,
            seen_standing: null,
            created_at: 1,
          })
          .execute();
      await reward("w1", "o1");
      await expect(reward("w2", "o1")).rejects.toThrow(/unique/i);
      await expect(reward("w3", "o2")).rejects.toThrow(/unique/i);
    });
  });
}
