import { DomainError } from "../domain/domain-error.ts";
import { forgetBrowser } from "../storage/queries/erasure.ts";
import { hasEvent, insertEvent } from "../storage/queries/events.ts";
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
import { storeClick } from "./store-click.ts";
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
  // Events that only add rows have nothing to do with one another, and go to the database together.
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
