import { type RawBuilder, sql } from "kysely";

/**
 * What orders came to and what was promised for them, summed: rows of `hour, kind, type, program_id, currency, n,
 * amount_minor, gross_minor`. Verified conversions that were credited to a member; rewards and what is above their caps that stand.
 *
 * @param spans a query of `since, before`, the times that are asked for, none of them twice
 */
export function orderSums(
  siteId: string,
  spans: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const hour = sql`conversions.occurred_at - conversions.occurred_at % 3600000`;
  const counts = sql`conversions.site_id = ${siteId}
    and conversions.occurred_at >= spans.since and conversions.occurred_at < spans.before
    and conversions.trust not in ('claim', 'refused')`;
  const stands = sql`rewards.released = 0 and rewards.state <> 'void'`;
  // Joined in this order, since the spans are few and the orders many.
  const orders = sql`from (${spans}) as spans cross join conversions`;
  return sql`
    select ${hour} as hour, 'conversion' as kind, conversions.type, coalesce(conversions.program_id, '') as program_id,
      coalesce(conversions.currency, '') as currency, count(*) as n,
      sum(coalesce(conversions.amount_minor - conversions.refunded_minor, 0)) as amount_minor,
      sum(coalesce(conversions.gross_minor, 0)) as gross_minor
    ${orders}
    where ${counts} and conversions.member_id is not null
    group by 1, 2, 3, 4, 5
    union all
    select ${hour}, 'reward', '', rewards.program_id, rewards.currency, count(*),
      sum(rewards.amount_minor + rewards.compensation_minor), 0
    ${orders} cross join rewards
    where ${counts} and rewards.conversion_id = conversions.id and ${stands}
    group by 1, 2, 3, 4, 5
    union all
    select ${hour}, overflows.kind, '', rewards.program_id, overflows.currency, count(*),
      sum(overflows.value_minor), 0
    ${orders} cross join rewards cross join overflows
    where ${counts} and rewards.conversion_id = conversions.id and ${stands}
      and overflows.reward_id = rewards.id and overflows.taken_back_at is null
    group by 1, 2, 3, 4, 5`;
}
