/** What stands in the way of a further promise: steps that were paid, limits and budgets that were used. */

import { sql } from "kysely";
import { compiledOnce } from "../compiled-once.ts";
import type { Database } from "../storage.ts";
import { sumPerks } from "./overflows.ts";

const stepTakenQuery = compiledOnce((db) =>
  db
    .selectFrom("rewards")
    .select("id")
    .where("site_id", "=", "")
    .where("program_id", "=", "")
    .where("friend_id", "=", "")
    .where("step_on", "=", "")
    .where("side", "=", "friend")
    .where("released", "=", sql.lit(0))
    .where("id", "!=", ""),
);

/** Whether a friend's step has already paid, or promised, a side. */
export async function isStepTaken(
  db: Database,
  place: {
    siteId: string;
    programId: string;
    friendId: string;
    on: string;
    side: "referrer" | "friend";
    /** The reward that asks. */
    exceptId?: string;
  },
): Promise<boolean> {
  const { rows } = await stepTakenQuery(db, [
    place.siteId,
    place.programId,
    place.friendId,
    place.on,
    place.side,
    place.exceptId ?? "",
  ]);
  return rows.length > 0;
}

interface EarnedRow {
  step_on: string;
  amount_minor: number;
  created_at: number;
  perk_minor: number | null;
}

const earnedQuery = compiledOnce<EarnedRow>((db) =>
  db
    .selectFrom("rewards")
    .leftJoin("overflows", (on) =>
      on
        .onRef("overflows.reward_id", "=", "rewards.id")
        .on("overflows.kind", "=", sql.lit("perk" as const))
        .on("overflows.taken_back_at", "is", null),
    )
    .select([
      "step_on",
      "amount_minor",
      "created_at",
      "overflows.value_minor as perk_minor",
    ])
    .where("person_id", "=", "")
    .where("program_id", "=", "")
    .where("side", "=", sql.lit("referrer" as const))
    .where("state", "!=", sql.lit("void" as const))
    .where("created_at", ">=", 0)
    .where((by) =>
      by.or([
        by("because", "is", null),
        by("because", "!=", sql.lit("unverified")),
      ]),
    ),
);

/** What a person has been promised as referrer since an instant, for the programme's limits; with a perk, its worth too. */
export async function selectEarned(
  db: Database,
  personId: string,
  programId: string,
  since: number,
): Promise<EarnedRow[]> {
  return (await earnedQuery(db, [personId, programId, since])).rows;
}

/** What a programme, or one step of it, has promised and not taken back: rewards, and perks for what is above their cap. */
export async function sumPromised(
  db: Database,
  siteId: string,
  programId: string,
  on: string | null,
): Promise<number> {
  let promised = db
    .selectFrom("rewards")
    .select((by) => by.fn.sum<number | string>("amount_minor").as("sum"))
    .where("site_id", "=", siteId)
    .where("program_id", "=", programId)
    .where("state", "!=", "void")
    .where((by) =>
      by.or([by("because", "is", null), by("because", "!=", "unverified")]),
    );
  if (on !== null) promised = promised.where("step_on", "=", on);
  const rewardsMinor = Number((await promised.executeTakeFirst())?.sum ?? 0);
  return rewardsMinor + (await sumPerks(db, siteId, programId, on));
}

/** Whether a programme has ever promised anything. */
export async function hasRewards(
  db: Database,
  siteId: string,
  programId: string,
): Promise<boolean> {
  const found = await db
    .selectFrom("rewards")
    .select("id")
    .where("site_id", "=", siteId)
    .where("program_id", "=", programId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
