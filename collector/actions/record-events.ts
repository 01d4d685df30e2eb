import { DomainError } from "../domain/domain-error.ts";
import { forgetBrowser } from "../storage/queries/erasure.ts";
import {
  hasEvent,
  insertEvent,
  upsertClick,
} from "../storage/queries/events.ts";
import { creditLateTouch } from "./credit-late-touch.ts";
import { eventRow } from "./event-row.ts";
import type {
  IncomingClick,
  IncomingConversion,
  IncomingEvent,
  IncomingEvents,
  IncomingSignal,
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
  // Signals have nothing to do with one another, and go to the database together.
  const signals = events.filter((event) => event.kind === "signal");
  if (signals.length === events.length)
    return Promise.all(
      signals.map((event) => storeSignal(work, incoming, event)),
    );
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
  const { siteId, visitor } = incoming;
  if (!(await insertEvent(work.db, eventRow(incoming, event))))
    return duplicate;
  if (event.kind === "click") {
    const click = {
      site_id: siteId,
      id: event.click ?? event.id,
      code: event.code,
      channel: event.channel,
      at: event.at,
      visitor,
      bot: event.bot ? 1 : 0,
    };
    if (!(await upsertClick(work.db, click)))
      await upsertClick(work.db, { ...click, id: event.id });
    if (visitor !== null)
      await creditLateTouch(work, { siteId, visitor, at: event.at });
  }
  return accepted;
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
