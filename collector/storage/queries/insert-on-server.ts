import type { EventsTable } from "../tables/events.ts";
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

/** Notes the ids, and answers those that were not known: only their events are stored. */
const told = `told as (
    insert into event_ids (site_id, id, received_at) select site_id, id, received_at from came
    on conflict do nothing returning site_id, id
  )`;
const insertEvents = `insert into events (${eventColumns})
    select ${eventColumns} from came join told using (site_id, id)`;

export const insertEventOnServer = insertTogether<EventsTable>(
  eventTypes,
  `, ${told} ${insertEvents} returning site_id, id`,
);

/** An event and the click that it tells, which stays as it is where it is known. */
interface ClickEvent extends EventsTable {
  click: string;
  bot: number;
}

export const insertClickOnServer = insertTogether<ClickEvent>(
  { ...eventTypes, click: "text", bot: "integer" },
  `, ${told}, stored as (${insertEvents}), clicked as (
    insert into clicks (site_id, id, code, channel, at, visitor, bot)
      select site_id, click, code, channel, at, visitor, bot from came join told using (site_id, id)
      on conflict do nothing
  )
  select site_id, id from told`,
);
