import { sql } from "kysely";
import type { Database } from "../storage.ts";

export type Waiting = "unverified" | "held";

/**
 * Orders that wait for the owner, newest first: those that only a browser has reported and somebody would be
 * credited for, or those whose rewards are held for a check.
 */
export function selectWaiting(
  db: Database,
  siteId: string,
  by: {
    what: Waiting;
    /** Of these alone. */
    ids: string[] | null;
    /** Before this one. */
    before: string | null;
    /** Nothing that came later than this one. */
    upTo: string | null;
    limit: number;
  },
) {
  let found = db
    .selectFrom("conversions")
    .selectAll()
    .where(isWaiting(by.what, siteId))
    .orderBy("id", "desc")
    .limit(by.limit);
  if (by.ids) found = found.where("id", "in", by.ids);
  if (by.before) found = found.where("id", "<", by.before);
  if (by.upTo) found = found.where("id", "<=", by.upTo);
  return found.execute();
}

/**
 * The rule that makes an order of a site wait, as the indexes of 011-queue spell it.
 * What is held is found by its rewards: naming the site of the order too would lead over all its orders.
 */
export function isWaiting(what: Waiting, siteId: string) {
  return what === "unverified"
    ? sql<boolean>`conversions.site_id = ${siteId} and conversions.trust = 'claim' and conversions.referral_id is not null`
    : sql<boolean>`conversions.id in (select held.conversion_id from rewards as held
        where held.site_id = ${siteId} and held.because = 'fraud_hold' and held.state = 'pending')`;
}

/** The rule by which an order matched nobody. */
export const isUnmatched = sql<boolean>`referral_id is null and trust <> 'refused'
  and because in ('no_touch', 'unknown_code', 'window_closed') and set_aside_at is null`;

export interface QueueCounts {
  unverified: number;
  held: number;
  disputed: number;
  unmatched: number;
}

/** How many of each wait; counting stops at `most`. */
export async function countQueue(
  db: Database,
  siteId: string,
  most: number,
): Promise<QueueCounts> {
  const { rows } = await sql<QueueCounts>`select
    (select count(*) from (select 1 from conversions where site_id = ${siteId}
      and trust = 'claim' and referral_id is not null limit ${most}) as a) as unverified,
    (select count(*) from (select distinct conversion_id from rewards where site_id = ${siteId}
      and because = 'fraud_hold' and state = 'pending' limit ${most}) as b) as held,
    (select count(*) from (select 1 from disputes where site_id = ${siteId}
      and state = 'open' limit ${most}) as c) as disputed,
    (select count(*) from (select 1 from conversions where site_id = ${siteId}
      and ${isUnmatched} limit ${most}) as d) as unmatched`.execute(db);
  const [counts] = rows;
  return {
    unverified: Number(counts?.unverified ?? 0),
    held: Number(counts?.held ?? 0),
    disputed: Number(counts?.disputed ?? 0),
    unmatched: Number(counts?.unmatched ?? 0),
  };
}
