import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect, sql } from "kysely";
import { expect, test } from "vitest";
import * as first from "./001-first.ts";
import * as webhooks from "./002-webhooks.ts";
import * as giftCodes from "./003-gift-codes.ts";
import * as payouts from "./004-payouts.ts";
import * as honestReferrals from "./005-honest-referrals.ts";
import * as erasure from "./006-erasure.ts";
import * as sites from "./007-sites.ts";

test("sites from before keep their origins and keys", async () => {
  const db = new Kysely<unknown>({
    dialect: new SqliteDialect({ database: new Sqlite(":memory:") }),
  });
  for (const { up } of [
    first,
    webhooks,
    giftCodes,
    payouts,
    honestReferrals,
    erasure,
  ])
    await up(db);
  const origins = JSON.stringify(["https://a.example", "https://b.example"]);
  await sql`insert into sites values ('site_1', 'A', 'pk', 'sig', ${origins}, 'granted', 1)`.execute(
    db,
  );
  for (const hash of ["hash-one", "hash-two"])
    await sql`insert into api_keys values (${hash}, 'site_1', 1, null)`.execute(
      db,
    );
  await sites.up(db);
  const allowed =
    await sql`select origin, site_id from site_origins_allowed order by origin`.execute(
      db,
    );
  expect(allowed.rows).toEqual([
    { origin: "https://a.example", site_id: "site_1" },
    { origin: "https://b.example", site_id: "site_1" },
  ]);
  const keys =
    await sql`select id, ends_at, used_at from api_keys order by id`.execute(
      db,
    );
  expect(keys.rows).toEqual([
    { id: "key_hash-one", ends_at: null, used_at: null },
    { id: "key_hash-two", ends_at: null, used_at: null },
  ]);
  const kept = await sql`select test, test_of from sites`.execute(db);
  expect(kept.rows).toEqual([{ test: 0, test_of: null }]);
  await db.destroy();
});
