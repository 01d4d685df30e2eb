import { sql } from "kysely";
import type { Database } from "../storage.ts";

/** How the shop can reach some people: as members, or by the id that it has given a friend. */
export function selectPayees(db: Database, personIds: string[]) {
  if (!personIds.length) return Promise.resolve([]);
  return db
    .selectFrom("people")
    .leftJoin("members", "members.person_id", "people.id")
    .select([
      "people.id",
      "people.erased_at",
      "members.id as member_id",
      "members.external_id",
      "members.email",
      "members.name",
    ])
    .select((by) =>
      by
        .selectFrom("person_keys")
        .select("value")
        .whereRef("person_keys.person_id", "=", "people.id")
        .where("kind", "=", "id")
        .orderBy("value")
        .limit(1)
        .as("shop_id"),
    )
    .where("people.id", "in", personIds)
    .execute();
}

interface Span {
  siteId: string;
  from: number;
  to: number;
}

/** Everybody who was given, or owed back, something in a time: a page of them, by id downwards. */
export async function selectPaidPeople(
  db: Database,
  { siteId, from, to }: Span,
  { before, limit }: { before: string | null; limit: number },
): Promise<string[]> {
  const isBefore =
    before === null ? sql`` : sql`and rewards.person_id < ${before}`;
  // What was paid stays `paid`, also where it was taken back since: so these people are read off the index of what is paid.
  const { rows } = await sql<{ person_id: string }>`
    select person_id from (
      select * from (
        select distinct rewards.person_id from rewards
          where rewards.site_id = ${siteId} and rewards.state = 'paid' ${isBefore}
            and exists (select 1 from ledger where ledger.reward_id = rewards.id
              and ledger.entry in ('pay', 'compensate') and ledger.at >= ${from} and ledger.at < ${to})
          order by rewards.person_id desc limit ${limit}
      ) as by_ledger
      union
      select rewards.person_id from gift_codes join rewards on rewards.id = gift_codes.reward_id
        where gift_codes.site_id = ${siteId} and gift_codes.taken_back_at is null
          and gift_codes.handed_out_at >= ${from} and gift_codes.handed_out_at < ${to} ${isBefore}
    ) as paid
    order by person_id desc limit ${limit}`.execute(db);
  return rows.map((row) => row.person_id);
}

export interface PaidRow {
  person_id: string;
  currency: string;
  what: "pay" | "compensate" | "gift";
  amount: number | string;
}

/** What some people were paid, what was taken back after payment, and what gift codes they were given, in a time. */
export async function sumPaid(
  db: Database,
  { siteId, from, to }: Span,
  personIds: string[],
): Promise<PaidRow[]> {
  if (!personIds.length) return [];
  const people = sql.join(personIds);
  // A cross join, since SQLite begins with what stands first: a page of people, and not a year of the ledger.
  const { rows } = await sql<PaidRow>`
    select rewards.person_id, rewards.currency, ledger.entry as what,
      sum(case when ledger.entry = 'pay' then rewards.amount_minor else ledger.amount_minor end) as amount
      from rewards cross join ledger
      left join gift_codes on gift_codes.reward_id = rewards.id
      where ledger.reward_id = rewards.id and ledger.entry in ('pay', 'compensate')
        and ledger.at >= ${from} and ledger.at < ${to} and rewards.person_id in (${people})
        and (ledger.entry = 'compensate' or gift_codes.id is null)
      group by rewards.person_id, rewards.currency, ledger.entry
    union all
    select rewards.person_id, rewards.currency, 'gift', sum(rewards.amount_minor)
      from gift_codes join rewards on rewards.id = gift_codes.reward_id
      where gift_codes.site_id = ${siteId} and gift_codes.taken_back_at is null
        and gift_codes.handed_out_at >= ${from} and gift_codes.handed_out_at < ${to}
        and rewards.person_id in (${people})
      group by rewards.person_id, rewards.currency`.execute(db);
  return rows;
}
