import type { ClicksTable, EventsTable } from "../tables/events.ts";
import { insertTogether } from "./insert-together.ts";

const eventTypes = {
  site_id: "text",
  id: "text",
  type: "text",
  at: "bigint",
  received_at: "bigint",
  visitor: "text",
  code: "text",
  channel: "text",
  surface: "text",
  name: "text",
  url: "text",
  props: "text",
} satisfies Record<keyof EventsTable, string>;

const eventColumns = Object.keys(eventTypes).join(", ");

/** An id that is known keeps its event out. */
export const insertEventOnServer = insertTogether<EventsTable>(
  eventTypes,
  `, told as (
    insert into event_ids (site_id, id, received_at) select site_id, id, received_at from came
    on conflict do nothing returning site_id, id
  )
  insert into events (${eventColumns}) select came.* from came join told using (site_id, id)
  returning site_id, id`,
);

const clickTypes = {
  site_id: "text",
  id: "text",
  code: "text",
  channel: "text",
  at: "bigint",
  visitor: "text",
  bot: "integer",
} satisfies Record<keyof ClicksTable, string>;

const clickColumns = Object.keys(clickTypes).join(", ");

/** A click that is known stays as it is. */
export const insertClickOnServer = insertTogether<ClicksTable>(
  clickTypes,
  `insert into clicks (${clickColumns}) select * from came
  on conflict do nothing returning site_id, id`,
);
