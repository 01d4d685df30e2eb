import { normaliseCode } from "../../sdk/protocol/code.ts";
import type { IncomingEvent } from "../actions/incoming-events.ts";
import { clickTime, eventTime, type Sending, touchTime } from "./event-time.ts";
import { expectation } from "./expectation.ts";
import { pageWord, type Refused } from "./page-word.ts";
import {
  type WireEvent,
  incomingEvent as wireEvent,
} from "./schemas/events.ts";
import { check, sentence } from "./validate.ts";

/** What is the same for all events of a request. */
export interface Hearing {
  sending: Sending;
  visitor: string | null;
  /** The caller says of itself that it is a program: its clicks and what it does with elements are labelled. */
  isBot: boolean;
  signingKeys: readonly string[];
}

export type EventOrRefusal =
  | { event: IncomingEvent; refused: null }
  | { event: null; refused: Refused };

/** One event of a batch or a pixel, in the words of the actions, or why it is refused. */
export function incomingEvent(raw: unknown, hearing: Hearing): EventOrRefusal {
  const { value: event, errors } = check(wireEvent, raw);
  if (errors) return refuse(sentence(errors));
  const { at, because } = eventTime(event.at, hearing.sending);
  if (at === null) return refuse(`at: ${because}`);
  if (event.type === "lead" || event.type === "sale") {
    const { word, refused } = pageWord(event, {
      ...hearing,
      occurredAt: at,
    });
    if (refused) return { event: null, refused };
    return { event: { kind: "conversion", id: event.id, at, word }, refused };
  }
  if (event.type === "forget") {
    const { id, visitor } = event;
    return { event: { kind: "withdrawal", id, at, visitor }, refused: null };
  }
  if (event.type === "click")
    return click(event, clickTime(at, hearing.sending), hearing);
  return { event: signal(event, at, hearing), refused: null };
}

function click(
  event: WireEvent & { type: "click" },
  at: number,
  { isBot, sending }: Hearing,
): EventOrRefusal {
  const code = normaliseCode(event.code);
  if (code === null)
    return refuse(
      `code: ${expectation("4 to 20 letters and digits", event.code)}`,
    );
  return {
    event: {
      kind: "click",
      id: event.id,
      at,
      code,
      channel: event.channel ?? null,
      url: event.url ?? null,
      click: event.click ?? null,
      since: event.since === undefined ? null : touchTime(event.since, sending),
      bot: isBot,
    },
    refused: null,
  };
}

type Signal = Exclude<
  WireEvent,
  { type: "click" | "lead" | "sale" | "forget" }
>;

function signal(event: Signal, at: number, { isBot }: Hearing): IncomingEvent {
  return {
    kind: "signal",
    id: event.id,
    at,
    type: event.type,
    surface: event.type === "view" ? event.surface : null,
    name: event.type === "custom" ? event.name : null,
    code: event.code === undefined ? null : normaliseCode(event.code),
    channel: "channel" in event ? (event.channel ?? null) : null,
    props:
      event.type === "custom" && event.props
        ? JSON.stringify(event.props)
        : null,
    ...(isBot && { bot: true }),
  };
}

function refuse(message: string): EventOrRefusal {
  return { event: null, refused: { code: "invalid_field", message } };
}
