/** What each hour came to: kept for ever, and read by the reports. */

/** How many events of a kind came in an hour; clicks of people, by codes that are known. */
export interface EventRollupsTable {
  site_id: string;
  /** Its first millisecond. */
  hour: number;
  kind: "view" | "share" | "copy" | "click";
  /** Whose code it was, or nothing. */
  program_id: string;
  /** Collectors that count at once do not wait for one another's row. */
  slot: number;
  n: number;
}

/** How many of those went through a channel; views go through none. */
export interface ChannelRollupsTable extends EventRollupsTable {
  kind: Exclude<EventRollupsTable["kind"], "view">;
  /** As the event names it, or nothing. */
  channel: string;
}

/** What the orders of an hour came to, and what was promised for them; see `order-sums.ts`. */
export interface OrderRollupsTable {
  site_id: string;
  hour: number;
  kind: "conversion" | "reward" | "perk" | "raffle";
  /** Of a conversion. */
  type: string;
  program_id: string;
  currency: string;
  n: number;
  amount_minor: number;
  gross_minor: number;
}

/** Hours whose orders have changed since they were summed. Triggers write it. */
export interface StaleOrderHoursTable {
  site_id: string;
  hour: number;
}
