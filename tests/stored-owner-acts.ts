import { addGiftCodes } from "../collector/actions/add-gift-codes.ts";
import {
  confirmReward,
  payReward,
  voidReward,
} from "../collector/actions/change-reward.ts";
import { createGiftPool } from "../collector/actions/create-gift-pool.ts";
import { createPayout } from "../collector/actions/create-payout.ts";
import { putProgram } from "../collector/actions/put-program.ts";
import { cancelPayout, payPayout } from "../collector/actions/settle-payout.ts";
import type { Work } from "../collector/actions/work.ts";
import type { Database } from "../collector/storage/storage.ts";
import type { Act } from "./stored-acts.ts";

/** The first version is the site's own. */
export async function rules({ db }: Work): Promise<Act[]> {
  const versions = await db
    .selectFrom("program_versions")
    .selectAll()
    .where("version", ">", 1)
    .execute();
  return versions.map(({ created_at, created_by, rules }) => ({
    at: created_at,
    act: (work, siteId) =>
      putProgram(work, { siteId, program: JSON.parse(rules), by: created_by }),
  }));
}

export async function giftCodes({ db, vault }: Work): Promise<Act[]> {
  const pools = await db.selectFrom("gift_pools").selectAll().execute();
  const codes = await db.selectFrom("gift_codes").selectAll().execute();
  const poolNamed = async (db: Database, name: string) =>
    (
      await db
        .selectFrom("gift_pools")
        .select("id")
        .where("name", "=", name)
        .executeTakeFirstOrThrow()
    ).id;
  return pools.flatMap((pool) => {
    const its = codes.filter(({ pool_id }) => pool_id === pool.id);
    const uploads = Map.groupBy(its, ({ added_at }) => added_at);
    const { name, program_id, step_on, side, value_minor, currency } = pool;
    return [
      {
        at: pool.created_at,
        act: (work: Work, siteId: string) =>
          createGiftPool(work, {
            ...{ siteId, by: "api", name, programId: program_id, on: step_on },
            ...{ to: side, valueMinor: value_minor, currency },
            ...{ url: pool.url, lowBelow: pool.low_below },
          }),
      },
      ...[...uploads].map(([at, rows]) => ({
        at,
        act: async (work: Work, siteId: string) =>
          addGiftCodes(work, {
            ...{ siteId, by: "api", pool: await poolNamed(work.db, name) },
            codes: rows.map(({ code }, n) => ({
              ...{ line: n + 1, code: vault.decrypt(code) },
            })),
          }),
      })),
    ];
  });
}

export async function payouts({ db }: Work): Promise<Act[]> {
  const runs = await db.selectFrom("payouts").selectAll().execute();
  return runs.flatMap((run): Act[] => {
    const { run_id: runId, currency, kinds, state } = run;
    const asked = {
      ...{ by: "api", runId, currency, minimumMinor: run.minimum_minor },
      kinds: kinds === null ? null : (JSON.parse(kinds) as string[]),
    };
    const settle = async (work: Work, siteId: string) => {
      const { id } = await work.db
        .selectFrom("payouts")
        .select("id")
        .where("run_id", "=", runId)
        .executeTakeFirstOrThrow();
      const which = { siteId, payout: id, by: "api" };
      return state === "paid"
        ? payPayout(work, { ...which, totalMinor: null })
        : cancelPayout(work, { ...which, reason: "test" });
    };
    return [
      {
        at: run.created_at,
        act: (work, siteId) => createPayout(work, { siteId, ...asked }),
      },
      ...(run.settled_at === null ? [] : [{ at: run.settled_at, act: settle }]),
    ];
  });
}

const by = { confirm: confirmReward, pay: payReward, void: voidReward };
type Decision = keyof typeof by;

export async function decisions({ db }: Work) {
  const lines = await db
    .selectFrom("ledger")
    .innerJoin("rewards", "rewards.id", "ledger.reward_id")
    .innerJoin("conversions", "conversions.id", "rewards.conversion_id")
    .select(["entry", "ledger.at", "actor", "ledger.reason"])
    .select(["order_id", "side"])
    .execute();
  const decided = lines
    .filter(({ entry, actor, reason }) => isDecision(entry, actor, reason))
    .map(
      ({ at, entry, actor, reason, order_id, side }): Act => ({
        at,
        act: async (work, siteId) => {
          const reward = await rewardOf(work.db, order_id, side);
          await by[entry as Decision](work, {
            ...{ siteId, reward, by: actor, reason: reason ?? "" },
          });
        },
      }),
    );
  const byItself = lines.filter(
    ({ entry, actor }) => entry === "confirm" && actor === "collector",
  );
  return { decided, settledAt: new Set(byItself.map(({ at }) => at)) };
}

/** Somebody's own word, and not what follows from an order, a refund or a payout run. */
function isDecision(entry: string, actor: string, reason: string | null) {
  if (actor === "collector" || !(entry in by)) return false;
  if (entry === "pay") return !reason?.startsWith("payout:");
  return entry !== "void" || reason === "test";
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
