import type { Database } from "../storage.ts";

export interface ReportSpan {
  siteId: string;
  from: number;
  to: number;
  programId: string | null;
}

/** How many events of each type there were; for one programme, those that name a code of it. */
export async function countEvents(
  db: Database,
  span: ReportSpan,
): Promise<Record<string, number>> {
  let counted = db
    .selectFrom("events")
    .select("events.type")
    .select((by) => by.fn.countAll<number | string>().as("n"))
    .where("events.site_id", "=", span.siteId)
    .where("events.type", "in", ["view", "share", "copy"])
    .where("events.at", ">=", span.from)
    .where("events.at", "<", span.to)
    .groupBy("events.type");
  if (span.programId)
    counted = counted
      .innerJoin("codes", "codes.code", "events.code")
      .innerJoin("members", "members.id", "codes.member_id")
      .where("members.program_id", "=", span.programId);
  const rows = await counted.execute();
  return Object.fromEntries(rows.map((row) => [row.type, Number(row.n)]));
}

/** How many people followed a member's link; bots and previews are not people. */
export async function countClicks(
  db: Database,
  span: ReportSpan,
): Promise<number> {
  let counted = db
    .selectFrom("clicks")
    .innerJoin("codes", "codes.code", "clicks.code")
    .select((by) => by.fn.countAll<number | string>().as("n"))
    .where("clicks.site_id", "=", span.siteId)
    .where("clicks.bot", "=", 0)
    .where("clicks.at", ">=", span.from)
    .where("clicks.at", "<", span.to);
  if (span.programId)
    counted = counted
      .innerJoin("members", "members.id", "codes.member_id")
      .where("members.program_id", "=", span.programId);
  return Number((await counted.executeTakeFirst())?.n ?? 0);
}

/** Credited, verified conversions by type: how many, and what they brought in one currency after refunds. */
export async function sumConversions(
  db: Database,
  span: ReportSpan,
  currency: string,
) {
  let summed = db
    .selectFrom("conversions")
    .select("type")
    .select((by) => [
      by.fn.countAll<number | string>().as("n"),
      by.fn
        .sum<number | string>(
          by
            .case()
            .when("currency", "=", currency)
            .then(by("amount_minor", "-", by.ref("refunded_minor")))
            .else(0)
            .end(),
        )
        .as("revenue"),
      by.fn
        .sum<number | string>(
          by
            .case()
            .when("currency", "=", currency)
            .then(by.fn.coalesce("gross_minor", by.lit(0)))
            .else(0)
            .end(),
        )
        .as("gross"),
    ])
    .where("site_id", "=", span.siteId)
    .where("occurred_at", ">=", span.from)
    .where("occurred_at", "<", span.to)
    .where("member_id", "is not", null)
    .where("trust", "not in", ["claim", "refused"])
    .groupBy("type");
  if (span.programId) summed = summed.where("program_id", "=", span.programId);
  return summed.execute();
}

/** The rewards of those same conversions: how many stand, and what they cost in one currency. */
export async function sumRewards(
  db: Database,
  span: ReportSpan,
  currency: string,
): Promise<{ count: number; amountMinor: number }> {
  let summed = db
    .selectFrom("rewards")
    .innerJoin("conversions", "conversions.id", "rewards.conversion_id")
    .select((by) => [
      by.fn.countAll<number | string>().as("n"),
      by.fn
        .sum<number | string>(
          by
            .case()
            .when("rewards.currency", "=", currency)
            .then(
              by(
                "rewards.amount_minor",
                "+",
                by.ref("rewards.compensation_minor"),
              ),
            )
            .else(0)
            .end(),
        )
        .as("amount"),
    ])
    .where("conversions.site_id", "=", span.siteId)
    .where("conversions.occurred_at", ">=", span.from)
    .where("conversions.occurred_at", "<", span.to)
    .where("conversions.trust", "not in", ["claim", "refused"])
    .where("rewards.released", "=", 0)
    .where("rewards.state", "!=", "void");
  if (span.programId)
    summed = summed.where("rewards.program_id", "=", span.programId);
  const row = await summed.executeTakeFirst();
  return { count: Number(row?.n ?? 0), amountMinor: Number(row?.amount ?? 0) };
}

/** What those same rewards have above their caps: what the perks cost in one currency, and how many raffle entries. */
export async function sumOverflows(
  db: Database,
  span: ReportSpan,
  currency: string,
): Promise<{ perksMinor: number; entries: number }> {
  let summed = db
    .selectFrom("overflows")
    .innerJoin("rewards", "rewards.id", "overflows.reward_id")
    .innerJoin("conversions", "conversions.id", "rewards.conversion_id")
    .select((by) => [
      by.fn
        .sum<number | string>("overflows.value_minor")
        .filterWhere("overflows.kind", "=", "perk")
        .filterWhere("overflows.currency", "=", currency)
        .as("perks"),
      by.fn
        .countAll<number | string>()
        .filterWhere("overflows.kind", "=", "raffle")
        .as("entries"),
    ])
    .where("overflows.site_id", "=", span.siteId)
    .where("overflows.taken_back_at", "is", null)
    .where("conversions.occurred_at", ">=", span.from)
    .where("conversions.occurred_at", "<", span.to)
    .where("conversions.trust", "not in", ["claim", "refused"])
    .where("rewards.released", "=", 0)
    .where("rewards.state", "!=", "void");
  if (span.programId)
    summed = summed.where("rewards.program_id", "=", span.programId);
  const row = await summed.executeTakeFirst();
  return {
    perksMinor: Number(row?.perks ?? 0),
    entries: Number(row?.entries ?? 0),
  };
}
