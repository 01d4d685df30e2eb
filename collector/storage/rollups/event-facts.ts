import { type RawBuilder, sql } from "kysely";

/** Names the programme of an event's code, where there is one. */
const members = sql`codes on codes.code = added.code
  left join members on members.id = codes.member_id`;

/**
 * Events as reports count them: rows of `site_id, hour, kind, program_id, n`.
 *
 * @param where a condition on `added`, the event
 */
export function eventFacts(where: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select added.site_id, added.at - added.at % 3600000 as hour, added.type as kind,
      coalesce(members.program_id, '') as program_id, count(*) as n
    from events as added left join ${members}
    where added.type in ('view', 'share', 'copy') and ${where}
    group by 1, 2, 3, 4`;
}

/** The same for all programmes together: an index alone answers it. */
export function plainEventFacts(
  where: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select added.type as kind, '' as program_id, count(*) as n
    from events as added
    where added.type in ('view', 'share', 'copy') and ${where}
    group by added.type`;
}

/** Clicks as reports count them; robots and previews are not people, and an unknown code is nobody's link. */
export function clickFacts(where: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select added.site_id, added.at - added.at % 3600000 as hour, 'click' as kind, members.program_id, count(*) as n
    from clicks as added join ${members}
    where added.bot = 0 and ${where}
    group by 1, 2, 3, 4`;
}

/** Shares and copies as the report by channel counts them: with `channel`, nothing where none is named. */
export function eventChannelFacts(
  where: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select added.site_id, added.at - added.at % 3600000 as hour, added.type as kind,
      coalesce(members.program_id, '') as program_id, coalesce(added.channel, '') as channel, count(*) as n
    from events as added left join ${members}
    where added.type in ('share', 'copy') and ${where}
    group by 1, 2, 3, 4, 5`;
}

/** Clicks by channel, those that reports count. */
export function clickChannelFacts(
  where: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select added.site_id, added.at - added.at % 3600000 as hour, 'click' as kind, members.program_id,
      coalesce(added.channel, '') as channel, count(*) as n
    from clicks as added join ${members}
    where added.bot = 0 and ${where}
    group by 1, 2, 3, 4, 5`;
}
