/** What browsers told, as long as single rows are kept. */

export interface EventsTable {
  site_id: string;
  id: string;
  /** As it was sent; `bot_view` and the like where the caller said that it is a program. */
  type: string;
  at: number;
  received_at: number;
  visitor: string | null;
  code: string | null;
  channel: string | null;
  surface: string | null;
  name: string | null;
  url: string | null;
  props: string | null;
}

/**
 * Ids that must not count again when they are sent again. On PostgreSQL of every event; on SQLite, where the index of
 * `events` knows the others, of those whose rows are gone.
 */
export interface EventIdsTable {
  site_id: string;
  id: string;
  received_at: number;
}

export interface ClicksTable {
  site_id: string;
  id: string;
  code: string;
  channel: string | null;
  at: number;
  visitor: string | null;
  /** 0: counted; 1: the caller said that it is a program; 2: counted on another of the shop's domains, from which the visitor came along. */
  bot: number;
}

export interface SiteOriginsTable {
  site_id: string;
  origin: string;
  type: string;
  at: number;
}

/**
 * From when on single rows are kept; what is older is in the rollups alone. And what is known of the clock by which
 * they go: what is believed of the time, and what the clock said last.
 */
export interface RetentionTable {
  what: "events" | "clicks" | "clock" | "clock_said";
  gone_before: number;
}
