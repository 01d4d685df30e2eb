import { randomBytes } from "node:crypto";
import type { Insertable } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import type { Schema } from "../collector/storage/schema.ts";
import type { Database } from "../collector/storage/storage.ts";
import { isLongRun } from "./long-run.ts";
import { openApp, someId } from "./open-app.ts";

const sites = 10_000;
const members = isLongRun ? 1_000_000 : 20_000;
const patient = { timeout: isLongRun ? 600_000 : 120_000 };

test(
  `${sites} sites on one collector: each call finds its own, and strangers none`,
  patient,
  async () => {
    const open = await openApp();
    onTestFinished(() => open.close());
    const { db, vault } = open.work;
    const signing_key = vault.encrypt("sig_of-a-site");
    await fill(db, "sites", sites, (n) => ({
      id: `site-${n}`,
      name: `Shop ${n}`,
      public_key: `pk_shop${n}`,
      signing_key,
      origins: JSON.stringify([`https://shop-${n}.example`]),
      consent: "granted" as const,
      created_at: n,
    }));
    await fill(db, "site_origins_allowed", sites, (n) => ({
      site_id: `site-${n}`,
      origin: `https://shop-${n}.example`,
    }));
    const send = (key: string, origin: string) =>
      open.call(
        "POST",
        "/v1/events",
        {
          site: key,
          sentAt: open.clock.now,
          events: [
            {
              id: someId(),
              type: "view",
              surface: "share",
              at: open.clock.now,
            },
          ],
        },
        { Origin: origin },
      );
    // More than are remembered at once, so that the oldest are forgotten and found again.
    for (let n = 0; n < sites; n += isLongRun ? 1 : 17) {
      const { status } = await send(`pk_shop${n}`, `https://shop-${n}.example`);
      expect(status, `site ${n}`).toBe(202);
    }
    expect((await send("pk_shop3", "https://shop-4.example")).status).toBe(403);
    expect((await send("pk_nobody", "https://shop-4.example")).status).toBe(
      401,
    );
    const stray = await db
      .selectFrom("events")
      .select("site_id")
      .groupBy("site_id")
      .having((by) => by.fn.countAll(), ">", 1)
      .execute();
    expect(stray).toEqual([]);
    expect((await open.events([])).status).toBe(202);
  },
);

test(
  `a site with ${members} members lists, finds, redirects and credits`,
  patient,
  async () => {
    const open = await openApp();
    onTestFinished(() => open.close());
    const { siteId } = open;
    const { db } = open.work;
    const code = (n: number) =>
      `Q${[...n.toString(8).padStart(7, "0")].map((digit) => "BCDFGHJK"[Number(digit)]).join("")}`;
    const id = (kind: string, n: number) =>
      `${kind}_${String(n).padStart(9, "0")}`;
    await fill(db, "people", members, (n) => ({
      id: id("per", n),
      site_id: siteId,
      created_at: n,
      erased_at: null,
    }));
    await fill(db, "person_keys", members, (n) => ({
      site_id: siteId,
      kind: "id" as const,
      value: randomBytes(12).toString("hex"),
      person_id: id("per", n),
    }));
    await fill(db, "members", members, (n) => ({
      id: id("mem", n),
      site_id: siteId,
      program_id: "default",
      person_id: id("per", n),
      external_id: `customer-${n}`,
      public_name: null,
      kind: "customer",
      state: "active" as const,
      created_at: n,
    }));
    await fill(db, "codes", members, (n) => ({
      code: code(n),
      site_id: siteId,
      member_id: id("mem", n),
      created_at: n,
    }));

    const told: Record<string, number> = {};
    const timed = async <Value>(what: string, act: () => Promise<Value>) => {
      const startedAt = performance.now();
      const value = await act();
      told[what] = Math.round(performance.now() - startedAt);
      return value;
    };
    const last = members - 1;
    const page = await timed("a page of the list", () =>
      open.asServer("GET", "/v1/members?limit=100"),
    );
    expect(page.body.items.length).toBeGreaterThan(10);
    const next = await timed("the next", () =>
      open.asServer("GET", `/v1/members?limit=100&cursor=${page.body.next}`),
    );
    expect(next.body.items[0].id).not.toBe(page.body.items[0].id);
    const found = await timed("one by its id", () =>
      open.asServer("GET", `/v1/members?query=customer-${last}`),
    );
    expect(found.body.items[0]).toMatchObject({ id: id("mem", last) });
    const link = await timed("a link", () =>
      open.call("GET", `/r/${code(last)}`, undefined, {
        "User-Agent": "Mozilla/5.0",
      }),
    );
    expect(link.headers.get("location")).toContain(`via=${code(last)}`);
    const sale = await timed("a sale", () =>
      open.asServer("POST", "/v1/conversions", {
        type: "sale",
        orderId: "large-1",
        amountMinor: 100_000,
        currency: "JPY",
        customer: { id: "a-new-friend" },
        code: code(last),
      }),
    );
    expect(sale.body.attributed).toMatchObject({ member: id("mem", last) });
    expect(sale.body.rewards).toHaveLength(2);
    const joined = await timed("a new member", () =>
      open.asPage("POST", "/v1/members", {
        site: "pk_test",
        acceptedTerms: "1",
        joinKey: "a-secret-of-this-device-0123456789",
      }),
    );
    expect(joined.status).toBe(201);
    process.stdout.write(`${members} members, ms: ${JSON.stringify(told)}\n`);
  },
);

/** Rows as they would be there after years, without the years. */
async function fill<Table extends keyof Schema & string>(
  db: Database,
  table: Table,
  count: number,
  row: (n: number) => Insertable<Schema[Table]>,
): Promise<void> {
  for (let from = 0; from < count; from += 1_000) {
    const rows = Array.from({ length: Math.min(1_000, count - from) }, (_, n) =>
      row(from + n),
    );
    await db.insertInto(table).values(rows).execute();
  }
}
