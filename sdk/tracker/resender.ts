import type {
  EnishiEvent,
  EventBatch,
  EventBatchAnswer,
} from "../protocol/events.ts";
import { announce } from "./announce.ts";
import { deliverOtherwise, unanswered } from "./deliver-otherwise.ts";
import type { Options } from "./options.ts";
import { dropEvent, keepEvent } from "./outbox.ts";
import type { Answer, Ask } from "./transport.ts";

const maxHeld = 50;
const maxBatch = 10;
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

  async function send(events: EnishiEvent[]): Promise<void> {
    if (pause) return hold(events);
    const sent = batch(events);
    settle(
      events,
      await ask<EventBatchAnswer>("events", sent)
        .catch(() => deliverOtherwise(`${collector}/v1/`, sent))
        .catch(unanswered),
    );
  }

  function settle(
    events: EnishiEvent[],
    answer: Answer<EventBatchAnswer>,
  ): void {
    const { response, code, refused } = answer;
    const { status, headers } = response;
    // 408 and 429 ask for another try. Anything without a word of the collector's is a proxy's page or a captive portal's.
    const isRefusal = code && /^4(?!08|29)/.test(`${status}`);
    if (isRefusal || refused) {
      failures = 0;
      events.forEach((event, position) => {
        const refusal = refused?.find(({ index }) => index === position);
        if (isRefusal || refusal) refuse(event, refusal ?? answer);
        else done(event);
      });
      return;
    }
    hold(events);
    const pauseMs =
      // Jitter, so that a collector that comes back is not met by everybody at once.
      (Number(headers.get("retry-after")) ||
        2 ** failures++ * (1 + Math.random())) * 1000;
    pause ??= setTimeout(resume, Math.min(pauseMs, longestPauseMs));
  }

  function hold(events: EnishiEvent[]): void {
    const ids = new Set(events.map(({ id }) => id));
    // Taken over from a device that this page has kept it on: once is enough.
    held = [...held.filter(({ id }) => !ids.has(id)), ...events].slice(
      -maxHeld,
    );
    // Another withdrawal has erased the note of an earlier one.
    for (const event of held) if (event.type === "forget") keepEvent(event);
  }

  async function resume(): Promise<void> {
    clearTimeout(pause);
    pause = undefined;
    // Each once: in a frame that is being removed no timer starts, and no pause would end this.
    const due = held;
    held = [];
    while (due[0]) await send(due.splice(0, maxBatch));
  }

  addEventListener("online", resume);
  addEventListener("visibilitychange", () => {
    // A device that may keep nothing has no later page: its last chance. What is kept can wait.
    if (document.hidden && !batch([]).visitor) resume();
  });
  return async (events, answer) =>
    answer && !pause ? settle(events, answer) : send(events);
}
