import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Sqlite from "better-sqlite3";
import { SignJWT } from "jose";
import { describe, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "./collector-process.ts";
import { foldOfLedger } from "./fold-of-ledger.ts";
import { openApp } from "./open-app.ts";

/** Databases as released versions left them, with what tests/fixtures/make-database.ts does on each. */
const files = globSync(
  join(import.meta.dirname, "fixtures/databases/*.sql"),
).sort();

test("there are databases of the first release and of later ones", () => {
  expect(files.map((file) => basename(file, ".sql"))).toEqual(
    expect.arrayContaining([
      ...["006-erasure", "012-set-aside", "014-payout-unreachable"],
      "024-event-visitors",
    ]),
  );
});

describe.for(files.map((file) => basename(file, ".sql")))("%s", (name) => {
  test("is brought up to date and keeps its books", async () => {
    const { open } = await openReleased(name);
    const { body } = await open.asServer("GET", "/v1/rewards");
    const rewards = body.items as Reward[];
    expect(
      rewards.map(
        ({ on, to, amountMinor, state }) =>
          `${on} ${to} ${amountMinor} ${state}`,
      ),
    ).toEqual([
      "sale friend 120 pending",
      "sale referrer 120 pending",
      "sale friend 2400 pending",
      "sale referrer 2400 pending",
      "sale friend 360 paid",
      "sale referrer 360 paid",
      "sale friend 1200 paid",
      "sale referrer 1200 paid",
      "lead friend 300 confirmed",
      "lead referrer 300 confirmed",
    ]);
    const fold = await foldOfLedger(open.work.db);
    const known = (
      list: { id: string; amountMinor: number; state: string }[],
    ) =>
      list
        .map(({ id, amountMinor, state }) => ({ id, amountMinor, state }))
        .sort(byId);
    expect(known(rewards)).toEqual(known(fold));
    expect(
      (await open.asServer("GET", "/v1/payouts")).body.items,
    ).toMatchObject([
      { runId: "may", state: "paid", totalMinor: 3_120, payeeCount: 3 },
    ]);
    expect(
      (await open.asServer("GET", "/v1/reports/funnel")).body,
    ).toMatchObject({
      leads: 1,
      sales: 3,
      revenueMinor: 330_000,
      rewardMinor: 8_520,
    });
    for (const table of [
      "endpoints",
      "deliveries",
      "disputes",
      "refunds",
    ] as const)
      expect(
        (await open.work.db.selectFrom(table).selectAll().execute()).length,
        table,
      ).toBeGreaterThan(0);
  });

  test("still opens what is encrypted, for whom it belongs to", async () => {
    const { open, at } = await openReleased(name);
    const token = await new SignJWT({ sub: "hanako" })
      .setProtectedHeader({ alg: "HS256" })
      .setAudience("member")
      .setIssuedAt(at)
      .setExpirationTime(at + 3_600)
      .sign(new TextEncoder().encode("sig_test"));
    const joined = await open.asPage("POST", "/v1/members", {
      site: "pk_test",
      token,
    });
    expect(joined.status).toBe(200);
    const { body } = await open.asPage("GET", "/v1/me", undefined, {
      Authorization: `Bearer ${joined.body.token}`,
    });
    expect(body.totals).toEqual({
      pendingMinor: 2_520,
      confirmedMinor: 300,
      paidMinor: 1_560,
      currency: "JPY",
    });
    const gift = (body.rewards as { giftCode?: string }[]).find(
      ({ giftCode }) => giftCode,
    );
    expect(gift?.giftCode).toMatch(/^GIFT-000[12]$/);
    const members = await open.asServer("GET", "/v1/members?query=hanako");
    expect(members.body.items).toMatchObject([{ email: "hanako@example.com" }]);
  });

  test("knows its orders again, and takes a refund", async () => {
    const { open } = await openReleased(name);
    const before = await foldOfLedger(open.work.db);
    const again = await open.asServer("POST", "/v1/conversions", {
      type: "sale",
      orderId: "sale-of-taro",
      amountMinor: 100_000,
      currency: "JPY",
      customer: { id: "taro" },
    });
    expect(again.status).toBe(200);
    expect(await foldOfLedger(open.work.db)).toEqual(before);

    const refund = (refundId: string, amountMinor: number) =>
      open.asServer("POST", "/v1/conversions/order:sale-of-saburo/refunds", {
        refundId,
        amountMinor,
      });
    expect((await refund("first", 20_000)).status).toBe(200);
    const { status, body } = await refund("second", 10_000);
    expect(status).toBe(201);
    expect(body.adjustments).toEqual([
      { to: "referrer", amountMinor: -120 },
      { to: "friend", amountMinor: -120 },
    ]);
  });
});

interface Reward {
  id: string;
  on: string;
  to: string;
  amountMinor: number;
  state: string;
}
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? 1 : -1);

/** A copy of a released database, opened by the collector as it is now, two days after it was left. */
async function openReleased(name: string) {
  const path = join(temporaryFolder(), `${name}.db`);
  const file = new Sqlite(path);
  file.pragma("foreign_keys = off");
  file.exec(
    readFileSync(
      join(import.meta.dirname, `fixtures/databases/${name}.sql`),
      "utf8",
    ),
  );
  expect(
    file.prepare("select max(name) from kysely_migration").pluck().get(),
  ).toBe(name);
  file.close();
  const open = await openApp({}, path);
  onTestFinished(open.close);
  open.clock.now += 33 * 86_400_000;
  const checked = new Sqlite(path, { readonly: true });
  expect(checked.pragma("foreign_key_check")).toEqual([]);
  checked.close();
  return { open, at: Math.floor(open.clock.now / 1000) };
}
