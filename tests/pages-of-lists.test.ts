import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { listAudit } from "../collector/actions/list-audit.ts";
import { listConversions } from "../collector/actions/list-conversions.ts";
import { listMembers } from "../collector/actions/list-members.ts";
import { listOrders } from "../collector/actions/list-orders.ts";
import { countQueue } from "../collector/actions/list-queue.ts";
import { listReferrals } from "../collector/actions/list-referrals.ts";
import { listRewards } from "../collector/actions/list-rewards.ts";
import { listUnmatched } from "../collector/actions/list-unmatched.ts";
import type { Reading } from "../collector/actions/work.ts";
import { sumPaid } from "../collector/storage/queries/payees.ts";
import type { Schema } from "../collector/storage/schema.ts";
import { openSqlite } from "../collector/storage/sqlite/open-sqlite.ts";
import { openVault } from "../collector/storage/vault.ts";
import { temporaryFolder } from "./collector-process.ts";

/** Answers how SQLite goes about what is read, which does not depend on how much there is. */
async function plansOf(read: (reading: Reading) => Promise<unknown>) {
  const path = `${temporaryFolder()}/enishi.db`;
  await (await openSqlite(path)).close();
  const file = new Sqlite(path, { readonly: true });
  onTestFinished(() => {
    file.close();
  });
  const plans: string[] = [];
  const prepare = (text: string) => {
    const statement = file.prepare(text);
    const all = (parameters: readonly unknown[]) => {
      const steps = file.prepare(`explain query plan ${text}`).all(parameters);
      plans.push(
        (steps as { detail: string }[]).map((one) => one.detail).join("; "),
      );
      return statement.all(parameters);
    };
    const run = () => ({ changes: 0, lastInsertRowid: 0 });
    return { reader: true, all, run, iterate: statement.iterate };
  };
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: { prepare, close() {} } }),
  });
  const vault = openVault(new Uint8Array(32));
  await read({ db, vault, publicUrl: "https://ref.example", now: () => 1 });
  return plans;
}

const siteId = "site";

test.each<[string, string, (reading: Reading) => Promise<unknown>]>([
  ["members", "members_by_site", (on) => listMembers(on, { siteId })],
  ["referrals", "referrals_by_site", (on) => listReferrals(on, { siteId })],
  ["orders", "conversions_by_site", (on) => listOrders(on, { siteId })],
  ["orders", "conversions_by_site", (on) => listConversions(on, { siteId })],
  ["rewards", "rewards_by_site", (on) => listRewards(on, { siteId })],
  [
    "rewards in a state",
    "rewards_in_state",
    (on) => listRewards(on, { siteId, state: "confirmed" }),
  ],
  ["changes", "ledger_by_site", (on) => listAudit(on, { siteId })],
])("a page of %s is read off the end of %s", async (_, index, read) => {
  const plans = await plansOf(read);
  expect(plans.join("\n")).toContain(index);
  expect(plans.join("\n")).not.toContain("ORDER BY");
});

test("what waits for the owner is found among itself, and not among all orders", async () => {
  const counted = (await plansOf((on) => countQueue(on, { siteId }))).join();
  for (const index of ["claimed", "unmatched"])
    expect(counted).toContain(`conversions_${index}`);
  expect(counted).toContain("rewards_held");
  const [listed] = await plansOf((on) => listUnmatched(on, { siteId }));
  expect(listed).toContain("conversions_unmatched");
});

test("what some people were paid begins with them, and not with the year", async () => {
  const span = { siteId, from: 0, to: 1 };
  const [plan] = await plansOf(({ db }) => sumPaid(db, span, ["per_1"]));
  expect(plan).toContain("rewards_by_person");
  expect(plan).toContain("ledger_by_reward");
});
