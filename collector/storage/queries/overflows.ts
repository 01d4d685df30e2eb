import type { Selectable, Updateable } from "kysely";
import type { Database } from "../storage.ts";
import type { OverflowsTable } from "../tables/rewards.ts";

export type OverflowRow = Selectable<OverflowsTable>;

/** Gives it, or gives it again: a reward has one. */
export async function putOverflow(
  db: Database,
  row: OverflowRow,
): Promise<void> {
  const { reward_id: _, site_id: __, given_at: ___, ...again } = row;
  await db
    .insertInto("overflows")
    .values(row)
    .onConflict((by) => by.column("reward_id").doUpdateSet(again))
    .execute();
}

export async function updateOverflow(
  db: Database,
  rewardId: string,
  change: Updateable<OverflowsTable>,
): Promise<void> {
  await db
    .updateTable("overflows")
    .set(change)
    .where("reward_id", "=", rewardId)
    .execute();
}

/** Its reward is taken back, or no longer above its cap. */
export async function noteOverflowTakenBack(
  db: Database,
  rewardId: string,
  at: number,
): Promise<void> {
  await db
    .updateTable("overflows")
    .set({ taken_back_at: at })
    .where("reward_id", "=", rewardId)
    .where("taken_back_at", "is", null)
    .execute();
}

export function selectOverflowsOfRewards(db: Database, rewardIds: string[]) {
  if (!rewardIds.length) return Promise.resolve([]);
  return db
    .selectFrom("overflows")
    .selectAll()
    .where("reward_id", "in", rewardIds)
    .execute();
}

export type OverflowState = "pending" | "confirmed" | "paid" | "void";

/** A page of what was given beside capped rewards, with the reward that each follows, newest first. */
export function selectOverflows(
  db: Database,
  siteId: string,
  by: {
    kind: OverflowRow["kind"] | null;
    state: OverflowState | null;
    before: string | null;
    limit: number;
  },
) {
  let found = db
    .selectFrom("overflows")
    .innerJoin("rewards", "rewards.id", "overflows.reward_id")
    .selectAll("overflows")
    .select([
      "rewards.id",
      "rewards.program_id",
      "rewards.step_on",
      "rewards.side",
      "rewards.person_id",
      "rewards.state",
    ])
    .where("overflows.site_id", "=", siteId)
    .orderBy("overflows.reward_id", "desc")
    .limit(by.limit);
  if (by.kind) found = found.where("overflows.kind", "=", by.kind);
  if (by.before) found = found.where("overflows.reward_id", "<", by.before);
  if (by.state === "void")
    return found.where("overflows.taken_back_at", "is not", null).execute();
  if (by.state)
    found = found
      .where("rewards.state", "=", by.state)
      .where("overflows.taken_back_at", "is", null);
  return found.execute();
}

/** Worth of the perks of rewards that count for a programme's budgets. */
export async function sumPerks(
  db: Database,
  siteId: string,
  programId: string,
  on: string | null,
): Promise<number> {
  let perks = db
    .selectFrom("overflows")
    .innerJoin("rewards", "rewards.id", "overflows.reward_id")
    .select((by) => by.fn.sum<number | string>("value_minor").as("sum"))
    .where("overflows.site_id", "=", siteId)
    .where("overflows.kind", "=", "perk")
    .where("overflows.taken_back_at", "is", null)
    .where("rewards.program_id", "=", programId)
    .where((by) =>
      by.or([by("because", "is", null), by("because", "!=", "unverified")]),
    );
  if (on !== null) perks = perks.where("step_on", "=", on);
  return Number((await perks.executeTakeFirst())?.sum ?? 0);
}
