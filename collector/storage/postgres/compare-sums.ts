import { isDeepStrictEqual } from "node:util";
import type Sqlite from "better-sqlite3";
import { sql } from "kysely";
import type { Database } from "../storage.ts";

/** A sum of money as both databases have it. */
export interface Sum {
  name: string;
  /** Lines of the sum: sites, currencies and states, or members. */
  lines: number;
  totalMinor: number;
  isEqual: boolean;
}

const sums = {
  "ledger by site, currency and entry": `select site_id, currency, entry, count(*) as n, sum(amount_minor) as total
    from ledger group by 1, 2, 3 order by 1, 2, 3`,
  "rewards by site, currency and state": `select site_id, currency, state, count(*) as n,
      sum(amount_minor + compensation_minor) as total
    from rewards group by 1, 2, 3 order by 1, 2, 3`,
  "balances by member, currency and state": `select members.id, rewards.currency, rewards.state, count(*) as n,
      sum(rewards.amount_minor + rewards.compensation_minor) as total
    from members join rewards on rewards.person_id = members.person_id
    group by 1, 2, 3 order by 1, 2, 3`,
  "payouts by currency and state": `select payouts.currency, payouts.state, payout_items.state as item, count(*) as n,
      sum(payout_items.amount_minor) as total
    from payouts join payout_items on payout_items.payout_id = payouts.id
    group by 1, 2, 3 order by 1, 2, 3`,
  "orders by site and currency": `select site_id, coalesce(currency, '') as currency, trust, count(*) as n,
      sum(coalesce(amount_minor, 0) - refunded_minor) as total
    from conversions group by 1, 2, 3 order by 1, 2, 3`,
};

/** Adds up on either side what the books come to. */
export async function compareSums(
  source: Sqlite.Database,
  db: Database,
): Promise<Sum[]> {
  const compared: Sum[] = [];
  for (const [name, text] of Object.entries(sums)) {
    const before = source.prepare(text).all() as { total: number }[];
    const { rows } = await sql<{ total: number }>`${sql.raw(text)}`.execute(db);
    compared.push({
      name,
      lines: before.length,
      totalMinor: before.reduce((sum, { total }) => sum + total, 0),
      isEqual: isDeepStrictEqual(
        rows.map((row) => ({ ...row })),
        before.map((row) => ({ ...row })),
      ),
    });
  }
  return compared;
}
