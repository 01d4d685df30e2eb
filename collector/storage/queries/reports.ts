import { type RawBuilder, sql } from "kysely";
import {
  clickChannelFacts,
  clickFacts,
  eventChannelFacts,
  eventFacts,
  plainEventFacts,
} from "../rollups/event-facts.ts";
import { goneBefore } from "../rollups/gone-before.ts";
import { hoursOf, nextHour, type Span } from "../rollups/hours-of.ts";
import { orderSums } from "../rollups/order-sums.ts";
import type { Database } from "../storage.ts";
import type {
  ChannelRollupsTable,
  EventRollupsTable,
  OrderRollupsTable,
} from "../tables/rollups.ts";

export interface ReportSpan extends Span {
  siteId: string;
  programId: string | null;
}

/**
 * How many events of each kind there were; for one programme, those that name a code of it. Whole hours are known;
 * the beginning and the end of the span are counted. An hour whose single events are gone is in the span where its beginning is.
 */
export async function countEvents(
  db: Database,
  span: ReportSpan,
): Promise<Partial<Record<EventRollupsTable["kind"], number>>> {
  const gone = await goneBefore(db);
  const counted = [
    ...eventParts(
      span,
      sql`kind <> 'click'`,
      gone.events,
      span.programId === null ? plainEventFacts : eventFacts,
    ),
    ...eventParts(span, sql`kind = 'click'`, gone.clicks, clickFacts),
  ];
  const { rows } = await sql<Pick<EventRollupsTable, "kind" | "n">>`
    select kind, sum(n) as n from (${sql.join(counted, sql` union all `)}) as counted
    ${ofProgram(span)} group by kind`.execute(db);
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, Number(n)]));
}

/** The same for shares, copies and clicks by channel. */
export async function countChannels(
  db: Database,
  span: ReportSpan,
): Promise<Pick<ChannelRollupsTable, "kind" | "channel" | "n">[]> {
  const gone = await goneBefore(db);
  const counted = [
    ...eventParts(
      span,
      sql`kind <> 'click'`,
      gone.events,
      eventChannelFacts,
      byChannel,
    ),
    ...eventParts(
      span,
      sql`kind = 'click'`,
      gone.clicks,
      clickChannelFacts,
      byChannel,
    ),
  ];
  const { rows } = await sql<
    Pick<ChannelRollupsTable, "kind" | "channel" | "n">
  >`select kind, channel, sum(n) as n from (${sql.join(counted, sql` union all `)}) as counted
    ${ofProgram(span)} group by kind, channel`.execute(db);
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}

const byKind = { table: sql`event_rollups`, columns: sql`kind, program_id, n` };
const byChannel = {
  table: sql`channel_rollups`,
  columns: sql`kind, program_id, channel, n`,
};

/** What was counted of the whole hours of a span, and the single rows at its edges. */
function eventParts(
  { siteId, ...asked }: ReportSpan,
  kinds: RawBuilder<unknown>,
  goneBefore: number,
  facts: typeof eventFacts,
  { table, columns } = byKind,
): RawBuilder<unknown>[] {
  // Where the single rows are gone, only whole hours are known.
  const kept = (at: number) => (at < goneBefore ? nextHour(at) : at);
  const { whole, edges } = hoursOf({
    from: kept(asked.from),
    to: kept(asked.to),
  });
  const rolled = sql`select ${columns} from ${table}
    where site_id = ${siteId} and hour >= ${whole.from} and hour < ${whole.to} and ${kinds}`;
  const single = edges.map(
    ({ from, to }) =>
      sql`select ${columns} from (${facts(
        sql`added.site_id = ${siteId} and added.at >= ${from} and added.at < ${to}`,
      )}) as single`,
  );
  return [rolled, ...single];
}

export type OrderFigures = Pick<
  OrderRollupsTable,
  "kind" | "type" | "currency" | "n" | "amount_minor" | "gross_minor"
>;

/**
 * What orders came to and what was promised for them, by kind, type and currency: whole hours as they were summed,
 * the beginning, the end and what has changed since from the orders themselves.
 */
export async function sumOrders(
  db: Database,
  span: ReportSpan,
): Promise<OrderFigures[]> {
  const { siteId } = span;
  const { whole, edges } = hoursOf(span);
  const stale = sql`select hour as since, hour + 3600000 as before from stale_order_hours
    where site_id = ${siteId} and hour >= ${whole.from} and hour < ${whole.to}`;
  const spans = [
    stale,
    ...edges.map(
      ({ from, to }) => sql`select ${sql.lit(from)}, ${sql.lit(to)}`,
    ),
  ];
  const { rows } = await sql<OrderFigures>`
    select kind, type, currency, sum(n) as n, sum(amount_minor) as amount_minor, sum(gross_minor) as gross_minor
    from (
      select kind, type, program_id, currency, n, amount_minor, gross_minor from order_rollups as known
      where site_id = ${siteId} and hour >= ${whole.from} and hour < ${whole.to} and not exists (
        select 1 from stale_order_hours as stale where stale.site_id = known.site_id and stale.hour = known.hour)
      union all
      select kind, type, program_id, currency, n, amount_minor, gross_minor
      from (${orderSums(siteId, sql.join(spans, sql` union all `))}) as single
    ) as summed
    ${ofProgram(span)} group by kind, type, currency`.execute(db);
  return rows;
}

function ofProgram({ programId }: ReportSpan): RawBuilder<unknown> {
  return programId === null ? sql`` : sql`where program_id = ${programId}`;
}
