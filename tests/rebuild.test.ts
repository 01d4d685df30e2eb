import { expect, onTestFinished, test } from "vitest";
import { rebuildAndCompare } from "../collector/storage/rollups/compare-rebuilt.ts";
import type { Database } from "../collector/storage/storage.ts";
import { liveShop, members } from "./live-shop.ts";
import { openApp } from "./open-app.ts";
import { storedActs } from "./stored-acts.ts";

type App = Awaited<ReturnType<typeof openApp>>;

test("the ledger of a shop's time, made anew from what is stored of orders, claims, refunds, rules, gift codes, payout runs and decisions, is the same line for line", async () => {
  const first = await openApp();
  onTestFinished(() => first.close());
  await liveShop(first, { alsoSometimes: dispute });
  const ledger = await ledgerOf(first.work.db);
  await expectAllOf(first, ledger);

  const second = await openApp();
  onTestFinished(() => second.close());
  for (const id of members) await second.member(id);
  for (const { at, act } of await storedActs(first.work)) {
    second.clock.now = at;
    await act(second.work, second.siteId);
  }
  expect(await ledgerOf(second.work.db)).toEqual(ledger);

  for (const { work } of [first, second])
    expect(await work.db.transaction().execute(rebuildAndCompare)).toEqual([]);
  const funnel = await first.asServer("GET", "/v1/reports/funnel");
  second.clock.now = first.clock.now;
  const again = await second.asServer("GET", "/v1/reports/funnel");
  // Of what a page has told besides orders nothing was told again.
  expect(again.body).toEqual(funnel.body);
});

/** A member says that something is wrong, and reads an answer: it only says, and the books stay as they are. */
async function dispute({ work, siteId, writer }: App, message: string) {
  const { id: memberId } = await work.db
    .selectFrom("members")
    .select("id")
    .orderBy("id")
    .limit(1)
    .executeTakeFirstOrThrow();
  const before = await ledgerOf(work.db);
  const opened = await writer.run("openDispute", {
    ...{ memberId, about: null, message },
  });
  await writer.run("settleDispute", {
    ...{ siteId, dispute: opened.dispute.id, decision: "upheld" },
    ...{ message: "You are right.", by: "owner" },
  });
  expect(await ledgerOf(work.db)).toEqual(before);
}

/** Chance has left nothing out. */
async function expectAllOf(
  { work: { db } }: App,
  ledger: Awaited<ReturnType<typeof ledgerOf>>,
) {
  const entries = new Set(ledger.map(({ entry }) => entry));
  expect([...entries].sort()).toEqual([
    ...["accrue", "adjust", "compensate", "confirm", "pay", "void"],
  ]);
  const kinds = async (
    table: "conversions" | "payouts" | "gift_codes" | "disputes",
    column: string,
  ) => {
    const rows = await db.selectFrom(table).selectAll().execute();
    return new Set(rows.map((row) => (row as Record<string, unknown>)[column]));
  };
  for (const trust of ["server", "owner", "claim", "refused"])
    expect(await kinds("conversions", "trust")).toContain(trust);
  for (const state of ["paid", "cancelled"])
    expect(await kinds("payouts", "state")).toContain(state);
  expect((await kinds("gift_codes", "reward_id")).size).toBeGreaterThan(3);
  expect(await kinds("disputes", "state")).toContain("upheld");
  const versions = await db
    .selectFrom("program_versions")
    .select("version")
    .execute();
  expect(versions.length).toBeGreaterThan(3);
  const held = ledger.filter(({ reason }) => reason === "fraud_hold");
  expect(held.length).toBeGreaterThan(0);
}

/** Every line, in order, but for the ids that each database gives anew. */
async function ledgerOf(db: Database) {
  const lines = await db
    .selectFrom("ledger")
    .innerJoin("rewards", "rewards.id", "ledger.reward_id")
    .innerJoin("conversions", "conversions.id", "rewards.conversion_id")
    .select(["order_id", "side", "step_on", "entry", "ledger.amount_minor"])
    .select(["ledger.currency", "actor", "ledger.reason", "ledger.at"])
    .orderBy("ledger.at")
    .orderBy("order_id")
    .orderBy("side")
    .orderBy("ledger.id")
    .execute();
  const runs = await db
    .selectFrom("payouts")
    .select(["id", "run_id"])
    .execute();
  const runOf = new Map(runs.map(({ id, run_id }) => [`payout:${id}`, run_id]));
  return lines.map((line) => ({
    ...line,
    reason: runOf.get(line.reason ?? "") ?? line.reason,
  }));
}
