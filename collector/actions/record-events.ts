import { DomainError } from "../domain/domain-error.ts";
import { insertClick, upsertClick } from "../storage/queries/clicks.ts";
import { forgetBrowser } from "../storage/queries/erasure.ts";
import { hasEvent, insertEvent } from "../storage/queries/events.ts";
import { selectMetClick } from "../storage/queries/met-click.ts";
import { creditLateTouch } from "./credit-late-touch.ts";
import { eventRow } from "./event-row.ts";
import {
  type IncomingClick,
  type IncomingConversion,
  type IncomingEvent,
  type IncomingEvents,
  type IncomingSignal,
  onlyAdds,
} from "./incoming-events.ts";
import { recordConversion } from "./record-conversion.ts";
import { rememberOrigin } from "./remember-origin.ts";
import type { Work } from "./work.ts";

export type EventOutcome =
  | { outcome: "accepted" }
  | { outcome: "duplicate" }
  | { outcome: "refused"; code: string; message: string };

const accepted: EventOutcome = { outcome: "accepted" };
const duplicate: EventOutcome = { outcome: "duplicate" };

/** Stores what browsers tell: each event once, by its id, and answers one outcome an event, in order. */
export async function recordEvents(
  work: Work,
  incoming: IncomingEvents,
): Promise<{ outcomes: EventOutcome[] }> {
  const outcomes = await storeAll(work, incoming);
  await rememberOrigin(work, incoming);
  return { outcomes };
}

async function storeAll(
  work: Work,
  incoming: IncomingEvents,
): Promise<EventOutcome[]> {
  const { events } = incoming;
  // What only adds rows has nothing to do with one another, and goes to the database together.
  if (onlyAdds(incoming))
    return Promise.all(events.map((event) => store(work, incoming, event)));
  const outcomes: EventOutcome[] = [];
  for (const event of events) {
    outcomes.push(await store(work, incoming, event));
  }
  return outcomes;
}

async function store(
  work: Work,
  incoming: IncomingEvents,
  event: IncomingEvent,
): Promise<EventOutcome> {
  switch (event.kind) {
    case "withdrawal":
      await forgetBrowser(work.db, incoming.siteId, event.visitor);
      return accepted;
    case "conversion":
      return storeConversion(work, incoming, event);
    default:
      return storeSignal(work, incoming, event);
  }
}

async function storeSignal(
  work: Work,
  incoming: IncomingEvents,
  event: IncomingClick | IncomingSignal,
): Promise<EventOutcome> {
  const isNew =
    event.kind === "click"
      ? await storeClick(work, incoming, event)
      : await insertEvent(work.db, eventRow(incoming, event));
  return isNew ? accepted : duplicate;
}

async function storeClick(
  work: Work,
  incoming: IncomingEvents,
  event: IncomingClick,
): Promise<boolean> {
  const { siteId, visitor } = incoming;
  const { id, code, channel, at } = event;
  const told = eventRow(incoming, event);
  const bot = event.bot ? 1 : 0;
  const click = event.click ?? id;
  if (visitor === null)
    return insertClick(work.db, { ...told, code }, { click, bot });
  if (!(await insertEvent(work.db, told))) return false;
  const row = { site_id: siteId, id: click, code, channel, at, visitor, bot };
  const met = await metClick(work, siteId, event);
  if (met?.visitor) {
    // Counted where the link was followed; from here on it is this browser's too.
    if (met.visitor !== visitor)
      await upsertClick(work.db, { ...row, id, at: met.at, bot: bot || 2 });
  } else if (!(await upsertClick(work.db, { ...row, id: met?.id ?? click })))
    await upsertClick(work.db, { ...row, id });
  await creditLateTouch(work, { siteId, visitor, at: met?.at ?? at });
  return true;
}

/** The click that brought the visitor to another of the shop's domains. What a page says of its time is believed only where it is known. */
async function metClick(
  work: Work,
  siteId: string,
  { code, click, since }: IncomingClick,
) {
  return since == null
    ? undefined
    : selectMetClick(work.db, { siteId, code, click, at: since });
}

async function storeConversion(
  work: Work,
  incoming: IncomingEvents,
  event: IncomingConversion,
): Promise<EventOutcome> {
  const { siteId } = incoming;
  if (await hasEvent(work.db, siteId, event.id)) return duplicate;
  try {
    await recordConversion(work, { siteId, word: event.word });
  } catch (error) {
    // Contradictions are found before anything is written, so the rest of the batch can stand.
    if (!(error instanceof DomainError)) throw error;
    return { outcome: "refused", code: error.code, message: error.message };
  }
  await insertEvent(work.db, eventRow(incoming, event));
  return accepted;
}
