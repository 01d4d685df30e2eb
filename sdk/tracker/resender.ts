import type { EnishiEvent } from "../protocol/events.ts";
import { deliverOtherwise } from "./deliver-otherwise.ts";
import { keptEvents } from "./kept-events.ts";
import { dropEvent } from "./outbox.ts";
import type { Core } from "./tracker.ts";
import type { Outcome } from "./transport.ts";

const maxHeld = 50;
const maxBatch = 10;
const longestPauseMs = 300_000;

/** Deals with what was not simply accepted; without an outcome, fetch itself failed. */
export type Resend = (
  events: EnishiEvent[],
  outcome: Outcome | undefined,
) => Promise<void>;

export function createResender(core: Core): Resend {
  const { options, state, visit } = core;
  let held: EnishiEvent[] = [];
  let failures = 0;

  const { startedAt = performance.timeOrigin } = core;
  const kept = visit.mayStore() ? keptEvents(startedAt) : [];
  for (let at = 0; at < kept.length; at += maxBatch) {
    core.send(kept.slice(at, at + maxBatch));
  }

  function giveUp(events: EnishiEvent[], outcome: Outcome): void {
    const { code = "refused", detail = `Status ${outcome.response.status}` } =
      outcome;
    const refused =
      outcome.refused ??
      events.map((_, index) => ({ index, code, message: detail }));
    for (const { index, code, message } of refused) {
      const [event] = events.slice(index);
      if (event) dropEvent(event);
      core.fail({ code, message });
    }
    const isRefused = new Set(refused.map(({ index }) => index));
    core.done(events.filter((_, index) => !isRefused.has(index)));
  }

  function pause(retryAfter: number): void {
    state.isPaused = true;
    const pauseMs =
      // Jitter, so that a collector that comes back is not met by everybody at once.
      (retryAfter || 2 ** failures++ * (1 + Math.random())) * 1000;
    setTimeout(resume, Math.min(pauseMs, longestPauseMs));
  }

  async function resume(): Promise<void> {
    state.isPaused = false;
    while (held[0] && !state.isPaused) {
      await core.send(held.splice(0, maxBatch));
    }
    if (!state.isPaused) failures = 0;
  }

  return async (events, outcome) => {
    const { response } = outcome ?? {};
    // 408 and 429 ask for another try; a captive portal answers 200.
    if (outcome && /^(202|4(?!08|29))/.test(`${response?.status}`)) {
      return giveUp(events, outcome);
    }
    if (!outcome && !state.isPaused) {
      const batch = core.batch(events);
      if (await deliverOtherwise(batch, options.collector)) {
        return core.done(events);
      }
    }
    held = [...held, ...events].slice(-maxHeld);
    if (!state.isPaused) pause(Number(response?.headers.get("retry-after")));
  };
}
