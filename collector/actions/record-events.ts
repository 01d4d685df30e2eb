import { DomainError } from "../domain/domain-error.ts";
import { forgetBrowser } from "../storage/queries/erasure.ts";
import {
  hasEvent,
  insertEvent,
  upsertClick,
} from "../storage/queries/events.ts";
import { touchOrigin } from "../storage/queries/sites.ts";
import type { EventsTable } from "../storage/schema.ts";
import type { ConversionWord } from "./conversion-word.ts";
import { creditLateTouch } from "./credit-late-touch.ts";
import { recordConversion } from "./record-conversion.ts";
import type { Work } from "./work.ts";

interface IncomingBase {
  id: string;
  /** Epoch milliseconds by the collector's clock. */
  at: number;
}

export interface IncomingClick extends IncomingBase {
  kind: "click";
  code: string;
  channel: string | null;
  url: string | null;
  /** The id of the click that the redirect has recorded; this event only says whose browser it was. */
  click: string | null;
  /** The host of the page that linked here, where the redirect was told. */
  referrer?: string | null;
  bot: boolean;
}

export interface IncomingSignal extends IncomingBase {
  kind: "signal";
  type: "view" | "share" | "copy" | "custom";
  surface: string | null;
  name: string | null;
  code: string | null;
  channel: string | null;
  /** JSON. */
  props: string | null;
}

export interface IncomingConversion extends IncomingBase {
  kind: "conversion";
  word: ConversionWord;
}

/** A browser whose user has withdrawn consent, or erased their device. */
export interface IncomingWithdrawal extends IncomingBase {
  kind: "withdrawal";
  visitor: string;
}

type StoredEvent = IncomingClick | IncomingSignal | IncomingConversion;
export type IncomingEvent = StoredEvent | IncomingWithdrawal;

export interface IncomingEvents {
  siteId: string;
  origin: string | null;
  receivedAt: number;
  visitor: string | null;
  events: IncomingEvent[];
}

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

function eventRow(
  { siteId, receivedAt, visitor }: IncomingEvents,
  event: StoredEvent,
): EventsTable {
  return {
    site_id: siteId,
    id: event.id,
    type:
      event.kind === "conversion"
        ? event.word.type
        : event.kind === "click"
          ? "click"
          : event.type,
    at: event.at,
    received_at: receivedAt,
    visitor,
    code: event.kind === "conversion" ? event.word.code : event.code,
    channel: event.kind === "conversion" ? null : event.channel,
    surface: event.kind === "signal" ? event.surface : null,
    name: event.kind === "signal" ? event.name : null,
    url: event.kind === "click" ? event.url : null,
    props: propsOf(event),
  };
}

function propsOf(event: StoredEvent): string | null {
  if (event.kind === "signal") return event.props;
  if (event.kind !== "click" || !event.referrer) return null;
  return JSON.stringify({ referrer: event.referrer });
}

/** When each origin was last written down, by this process: the page that shows it needs no more than seconds. */
const remembered = new Map<string, number>();
const rememberEveryMs = 2_000;

async function rememberOrigin(
  work: Work,
  { siteId, origin, receivedAt, events }: IncomingEvents,
): Promise<void> {
  const last = events.findLast((event) => event.kind !== "withdrawal");
  if (origin === null || !last) return;
  const key = `${siteId} ${origin}`;
  if (receivedAt - (remembered.get(key) ?? 0) < rememberEveryMs) return;
  if (remembered.size > 1_000) remembered.clear();
  remembered.set(key, receivedAt);
  await touchOrigin(work.db, {
    site_id: siteId,
    origin,
    type: eventRow({ siteId, origin, receivedAt, visitor: null, events }, last)
      .type,
    at: receivedAt,
  });
}
