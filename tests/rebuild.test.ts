import { expect, onTestFinished, test } from "vitest";
import {
  confirmReward,
  payReward,
  voidReward,
} from "../collector/actions/change-reward.ts";
import { recordConversion } from "../collector/actions/record-conversion.ts";
import { refundConversion } from "../collector/actions/refund-conversion.ts";
import { settleRewards } from "../collector/actions/settle-rewards.ts";
import type { Work } from "../collector/actions/work.ts";
import type { Database } from "../collector/storage/storage.ts";
import { openApp } from "./open-app.ts";
import { word } from "./open-work.ts";
import { randomFrom } from "./random-from.ts";

const dayMs = 86_400_000;
const members = ["hanako", "jiro", "sakura"];
const by = { confirm: confirmReward, pay: payReward, void: voidReward };
type Decision = keyof typeof by;

test("the ledger of a year, made anew from the orders, refunds and decisions that are stored, is the same line for line", async () => {
  const first = await openApp();
  onTestFinished(() => first.close());
  await live(first);
  const ledger = await ledgerOf(first.work.db);
  for (const entry of [
    "accrue",
    "adjust",
    "confirm",
    "pay",
    "void",
    "compensate",
  ])
    expect(ledger.map((line) => line.entry)).toContain(entry);

  const second = await openApp();
  onTestFinished(() => second.close());
  for (const id of members) await second.member(id);
  for (const { at, act } of await storedActs(first.work)) {
    second.clock.now = at;
    await act(second.work, second.siteId);
  }
  expect(await ledgerOf(second.work.db)).toEqual(ledger);
});

/** A year in which shop and owner do whatever chance asks for. */
async function live({
  clock,
  work,
  member,
  asServer,
}: Awaited<ReturnType<typeof openApp>>) {
  const random = randomFrom(12);
  const below = (limit: number) => Math.floor(random() * limit);
  const codes: string[] = [];
  for (const id of members) codes.push((await member(id)).code);
  for (let n = 0; n < 150; n++) {
    clock.now += 1 + below(4 * dayMs);
    const rewards = await work.db
      .selectFrom("rewards")
      .select("id")
      .orderBy("id")
      .execute();
    const reward = rewards[below(rewards.length)]?.id ?? "rwd_none";
    const chance = below(10);
    if (chance < 5)
      await asServer("POST", "/v1/conversions", {
        type: chance ? "sale" : "lead",
        orderId: `o-${n}`,
        customer: { id: `friend-${below(40)}` },
        ...(below(5) ? { code: codes[below(3)] } : {}),
        ...(chance
          ? { amountMinor: 5_000 * (1 + below(60)), currency: "JPY" }
          : {}),
      });
    else if (chance < 7)
      await asServer(
        "POST",
        `/v1/conversions/order:o-${below(n + 1)}/refunds`,
        {
          refundId: `r-${n}`,
          amountMinor: 5_000 * (1 + below(20)),
        },
      );
    else if (chance < 8)
      await asServer("POST", `/v1/rewards/${reward}/confirmation`);
    else if (chance < 9)
      await asServer("POST", `/v1/rewards/${reward}/payment`);
    else
      await asServer("POST", `/v1/rewards/${reward}/void`, { reason: "test" });
    clock.now += 1;
    await settleRewards(work);
  }
}

/** What the tables say was done, in order; of the ledger only who decided what. */
async function storedActs({ db }: Work) {
  type Act = {
    at: number;
    act: (work: Work, siteId: string) => Promise<unknown>;
  };
  const codes = await db
    .selectFrom("codes")
    .innerJoin("members", "members.id", "codes.member_id")
    .select(["code", "external_id"])
    .execute();
  const memberOf = new Map(
    codes.map(({ code, external_id }) => [code, external_id]),
  );
  const orders = await db.selectFrom("conversions").selectAll().execute();
  const orderOf = new Map(orders.map(({ id, order_id }) => [id, order_id]));
  const recorded = orders.map(
    (row): Act => ({
      at: row.recorded_at,
      act: async (work, siteId) => {
        const member = memberOf.get(row.code ?? "") ?? null;
        const code = await codeOf(work.db, member);
        await recordConversion(work, {
          siteId,
          word: word({
            type: row.type,
            orderId: row.order_id,
            amountMinor: row.amount_minor,
            currency: row.currency,
            grossProfitMinor: row.gross_profit_minor,
            marginClass: row.margin_class,
            customer: { id: row.customer_id, email: null, existing: null },
            code,
            rawCode: code,
            occurredAt: row.occurred_at,
          }),
        });
      },
    }),
  );
  const refunds = (await db.selectFrom("refunds").selectAll().execute()).map(
    (row): Act => ({
      at: row.at,
      act: (work, siteId) =>
        refundConversion(work, {
          siteId,
          conversion: `order:${orderOf.get(row.conversion_id)}`,
          refundId: row.refund_id,
          amountMinor: row.amount_minor,
          by: "api",
        }),
    }),
  );
  const lines = await db
    .selectFrom("ledger")
    .innerJoin("rewards", "rewards.id", "ledger.reward_id")
    .innerJoin("conversions", "conversions.id", "rewards.conversion_id")
    .select(["entry", "ledger.at", "actor", "ledger.reason"])
    .select(["order_id", "side", "step_on"])
    .execute();
  const decisions = lines
    .filter(({ entry, actor, reason }) => isDecision(entry, actor, reason))
    .map(
      ({ at, entry, actor, reason, order_id, side }): Act => ({
        at,
        act: async (work, siteId) => {
          const reward = await rewardOf(work.db, order_id, side);
          await by[entry as Decision](work, {
            siteId,
            reward,
            by: actor,
            reason: reason ?? "",
          });
        },
      }),
    );
  const settled = new Set(
    lines.filter(({ reason }) => reason === "hold_period").map(({ at }) => at),
  );
  // What an order or a decision confirms by itself has its own instant.
  const acts = [...recorded, ...refunds, ...decisions];
  for (const { at } of acts) settled.delete(at);
  const settling = [...settled].map((at): Act => ({ at, act: settleRewards }));
  return [...acts, ...settling].sort((a, b) => a.at - b.at);
}

/** Somebody's own word, and not what follows from an order or a refund. */
function isDecision(entry: string, actor: string, reason: string | null) {
  if (actor === "collector" || !(entry in by)) return false;
  return entry !== "void" || reason === "test";
}

async function codeOf(db: Database, member: string | null) {
  if (member === null) return null;
  const { code } = await db
    .selectFrom("codes")
    .innerJoin("members", "members.id", "codes.member_id")
    .select("code")
    .where("external_id", "=", member)
    .executeTakeFirstOrThrow();
  return code;
}

async function rewardOf(db: Database, orderId: string, side: string) {
  const { id } = await db
    .selectFrom("rewards")
    .innerJoin("conversions", "conversions.id", "rewards.conversion_id")
    .select("rewards.id")
    .where("order_id", "=", orderId)
    .where("side", "=", side as "friend")
    .orderBy("rewards.id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

/** Every line, in order, but for the ids that each database gives anew. */
function ledgerOf(db: Database) {
  return db
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
}
