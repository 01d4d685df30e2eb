import type {
  EnishiEvent,
  EventBatch,
  EventBatchAnswer,
} from "../protocol/events.ts";
import { announce } from "./announce.ts";
import { attempt } from "./attempt.ts";
import { mendEvent } from "./mend-event.ts";
import type { Options } from "./options.ts";
import { dropEvent, isKept, keepEvent, keyOf } from "./outbox.ts";
import { takeBatch } from "./take-batch.ts";
import { toJson } from "./to-json.ts";
import type { Answer, Ask } from "./transport.ts";
import { unanswered } from "./unanswered.ts";

const maxHeld = 50;
const longestPauseMs = 300_000;

/** What the tracker lends. */
export interface Sender {
  options: Pick<Options, "collector">;
  ask: Ask;
  batch(events: EnishiEvent[]): EventBatch;
  /** The collector has it. */
  done(event: EnishiEvent): void;
}

/** Of one event, or of all that were sent. */
interface Refusal {
  code?: string | undefined;
  message?: string | undefined;
  detail?: string | undefined;
}

/** Deals with an answer that was not simply yes; without one, tries once more. */
export type Resend = (
  events: EnishiEvent[],
  answer?: Answer<EventBatchAnswer>,
) => Promise<void>;

/** Refused for good. */
function refuse(event: EnishiEvent, { code, message, detail }: Refusal): void {
  dropEvent(event);
  announce("error", { code, message: message ?? detail });
}

export function createResender({
  options: { collector },
  ask,
  batch,
  done,
}: Sender): Resend {
  let held: EnishiEvent[] = [];
  let pause: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isBlocked = false;
  let isForbidden = false;
  const base = `${collector}/v1/`;
  const toldOf = new Set<string>();

  async function send(events: EnishiEvent[]): Promise<void> {
    if (pause) return hold(events);
    const sent = batch(events);
    const answer = await ask<EventBatchAnswer>("events", sent).catch(() => {});
    isBlocked = !answer;
    return answer ? settle(events, answer) : sendOtherwise(sent);
  }

  async function sendAll(events: EnishiEvent[]): Promise<void> {
    while (events[0]) await send(takeBatch(events));
  }

  /** By whatever fetch with `keepalive` is not; it comes on its own, since few need it. */
  async function sendOtherwise(sent: EventBatch): Promise<void> {
    if (document.hidden) sendBeacon(sent);
    const ways = await import("./deliver-otherwise.ts").catch(() => null);
    const whole = await ways?.sendWhole(base, sent).catch(unanswered);
    if (whole) return settle(sent.events, whole);
    await Promise.all(
      sent.events.map(async (event) => {
        const one = batch([event]);
        const answer = await ways?.sendByPixel(base, one, isForbidden);
        settle([event], answer ?? unanswered());
      }),
    );
  }

  /** From a page that is being left. Its fate is unknown: the event stays queued, and its id keeps it single. */
  function sendBeacon(sent: EventBatch): void {
    attempt(() => navigator.sendBeacon(`${base}events`, toJson(sent)));
  }

  async function settle(
    events: EnishiEvent[],
    answer: Answer<EventBatchAnswer>,
  ): Promise<void> {
    const { response, code, refused } = answer;
    const { status, headers } = response;
    // A key or an origin that is wrong is the shop's to mend, and soon.
    if (code && /40[13]/.test(`${status}`)) {
      announce("error", { code, message: answer.detail });
    }
    // 408 and 429 ask for another try. Anything without a word of the collector's is a proxy's page or a captive portal's.
    const isRefusal = code && /^4(?!0[138]|29)/.test(`${status}`);
    if (isRefusal && events[1]) {
      // One of them, or their length together, is no fault of the others.
      await sendAll(events.splice(0, events.length / 2));
      return sendAll(events);
    }
    if (isRefusal || refused) {
      failures = 0;
      const mended: EnishiEvent[] = [];
      events.forEach((event, position) => {
        const refusal = refused?.find(({ index }) => index === position);
        const again = (isRefusal || refusal) && mendEvent(event);
        if (again) {
          if (isKept(event)) keepEvent(again);
          mended.push(again);
        } else if (isRefusal || refusal) refuse(event, refusal ?? answer);
        else done(event);
      });
      return sendAll(mended);
    }
    hold(events);
    // Of several pictures that fail together one makes the pause.
    pause ??= setTimeout(
      resume,
      Math.min(
        retryAfterMs(headers.get("retry-after")) ||
          // Jitter, so that a collector that comes back is not met by everybody at once.
          2 ** failures++ * (1 + Math.random()) * 1000,
        longestPauseMs,
      ),
    );
  }

  function hold(events: EnishiEvent[]): void {
    const ids = new Set(events.map(({ id }) => id));
    // Taken over from a device that this page has kept it on: once is enough.
    // What is worth least makes room, as on the device, and goes last: a page that is being left sends little.
    held = [...held.filter(({ id }) => !ids.has(id)), ...events]
      .sort((one, other) => (keyOf(one) < keyOf(other) ? 1 : -1))
      .slice(0, maxHeld);
    // Another withdrawal has erased the note of an earlier one.
    for (const event of held) if (event.type === "forget") keepEvent(event);
    for (const event of events) {
      if (isKept(event) || toldOf.has(event.id)) continue;
      toldOf.add(event.id);
      const message = `Not on the device: ${event.type}`;
      announce("error", { code: "not_kept", message });
    }
  }

  async function resume(): Promise<void> {
    clearTimeout(pause);
    pause = undefined;
    // Each once: in a frame that is being removed no timer starts, and no pause would end this.
    const due = held;
    held = [];
    await sendAll(due);
  }

  addEventListener("online", resume);
  // The policy's own word that fetch will never work here: then something is better than nothing.
  addEventListener("securitypolicyviolation", ({ blockedURI, disposition }) => {
    isForbidden ||= disposition === "enforce" && blockedURI === `${base}events`;
  });
  addEventListener("visibilitychange", () => {
    if (!document.hidden) return;
    // Where fetch is known not to work, what the device keeps may find the next page's no better.
    const unsent = [...held];
    while (isBlocked && unsent[0]) sendBeacon(batch(takeBatch(unsent)));
    // A device that may keep nothing has no later page: its last chance. What is kept can wait.
    if (!batch([]).visitor) resume();
  });
  return async (events, answer) =>
    answer && !pause ? settle(events, answer) : sendAll(events);
}

/** Seconds or a date, as HTTP has it; 0 for neither. */
function retryAfterMs(header: string | null): number {
  const seconds = Number(header);
  const ms =
    seconds >= 0 ? seconds * 1000 : Date.parse(`${header}`) - Date.now();
  return Math.max(0, ms || 0);
}
