import type { EnishiEvent, EventBatch, Touches } from "../protocol/events.ts";
import { maxIdLength, maxUrlLength } from "../protocol/limits.ts";
import { announce } from "./announce.ts";
import { readArrival } from "./arrival.ts";
import type { Calls, Enishi } from "./calls.ts";
import { newId } from "./new-id.ts";
import type { LaterCalls } from "./on-demand.ts";
import type { Options } from "./options.ts";
import { dropEvent, keepEvent, keptKeys } from "./outbox.ts";
import { createQueue } from "./queue.ts";
import { tooLate } from "./too-late.ts";
import { post } from "./transport.ts";
import { openVisit, type Visit } from "./visit.ts";
import { watchPage } from "./watch-page.ts";
import { whenActivated } from "./when-activated.ts";

const elements =
  "enishi-share,enishi-reward,enishi-progress,enishi-welcome,enishi-code,[data-enishi]";

const offlinePauseMs = 10_000;

/** What a test replaces, and what differs between the script and the npm entry. */
export interface World {
  now(): number;
  fetch: typeof window.fetch;
  /** When the page started, if not by the browser's own account. */
  startedAt?: number;
  /** The random part of an id. */
  random?: () => string;
  /** Fetches what few pages need. */
  load(): Promise<typeof import("./on-demand.ts")>;
  /** Does nothing in the npm entry, where the page imports the widget itself. */
  loadWidget(): Promise<unknown>;
}

/** What the tracker lends to the half of it that comes on demand. */
export interface Core extends World {
  options: Options;
  visit: Visit;
  record(event: Draft<EnishiEvent>): Promise<void>;
  /** Settles when the page's address has been read. */
  met: Promise<unknown>;
  state: { isPaused: boolean };
  batch(events: EnishiEvent[]): EventBatch;
  send(events: EnishiEvent[]): Promise<void>;
  /** The collector has them. */
  done(events: EnishiEvent[]): void;
  fail(error: unknown): void;
  /** Settles when it is known whether the device may be written to, or it is too late to wait. */
  decided(): Promise<unknown>;
}

/** An event before it has an id; fields left out are undefined here and absent on the wire. */
type Draft<Each> = Each extends EnishiEvent
  ? {
      [Field in keyof Each as Exclude<Field, "id" | "at">]:
        | Each[Field]
        | undefined;
    }
  : never;

type FirstCalls = {
  [Name in Exclude<keyof Calls, keyof LaterCalls>]: (
    ...args: Parameters<Calls[Name]>
  ) => unknown;
};

type AnyCalls = Partial<Record<string, (...args: never[]) => unknown>>;

/** Starts the tracker of this page and registers it for the elements. */
export function createTracker(options: Options, world: World): Enishi {
  const { site, collector } = options;
  const { now, fetch, load, loadWidget } = world;
  const makeId = () => newId(now(), world.random);
  const visit = openVisit({
    consent: options.consent,
    newId: makeId,
    siteConsent: () =>
      fetch(`${collector}/v1/settings?site=${site}`, { credentials: "omit" })
        .then((response) => response.json())
        .then(({ consent }) => consent, fail),
  });
  const add = createQueue(send);
  /** While the collector is given a pause, nothing is sent. */
  const state = { isPaused: false };
  const activated = whenActivated();
  const met = activated.then(meet).catch(fail);
  let pageId: string | undefined;
  let later: Promise<LaterCalls> | undefined;

  function fail(error: unknown): void {
    if (options.debug != null) console.error("[enishi]", error);
    const { code = "page_error", message } = error as Record<string, string>;
    announce("error", { code, message });
  }

  function record(draft: Draft<EnishiEvent>): Promise<void> {
    const event = { id: makeId(), at: now(), ...draft } as EnishiEvent;
    if (visit.mayStore()) keepEvent(event);
    return add(event);
  }

  function batch(events: EnishiEvent[]): EventBatch {
    const visitor = visit.visitor() ?? undefined;
    return { site, visitor, sentAt: now(), events } as EventBatch;
  }

  /** Sends once; whatever is not simply accepted is for the half that comes on demand. */
  async function send(events: EnishiEvent[]): Promise<void> {
    const outcome = state.isPaused
      ? undefined
      : await post(batch(events), { collector, fetch }).catch(() => undefined);
    if (outcome?.response.status === 202 && !outcome.refused?.[0]) {
      return done(events);
    }
    try {
      await (await needLater()).resend(events, outcome);
    } catch {
      // Nothing of the collector can be had: wait for the network.
      setTimeout(send, offlinePauseMs, events);
    }
  }

  function done(events: EnishiEvent[]): void {
    for (const event of events) {
      const { type } = event;
      dropEvent(event);
      if (/lead|sale/.test(type)) announce("recorded", { type });
    }
  }

  async function meet(): Promise<void> {
    const found = readArrival(location.search, options.param);
    if (!found) return;
    const { isCertain, ...touch } = found;
    if (!isCertain && !(await (await needLater()).check(touch.code))) return;
    visit.meet({ ...touch, at: now() });
    announce("referral", { code: touch.code });
  }

  const decided = () => Promise.race([met.then(visit.decide), tooLate()]);

  /** Counts the click once its touch may be kept. */
  async function countArrival(): Promise<void> {
    const touch = visit.keepArrival();
    if (!touch) return;
    const url = (location.origin + location.pathname).slice(0, maxUrlLength);
    await record({ type: "click", ...touch, url });
  }

  /** What a conversion says of its visitor. A page that is being left, or waits too long, goes without. */
  async function credentials(): Promise<{ touch: Touches | undefined }> {
    await decided();
    visit.visitor("make");
    return { touch: visit.touches() ?? undefined };
  }

  const calls: FirstCalls = {
    async lead({ id, email, token } = {}) {
      const own = await credentials();
      pageId ??= makeId();
      const page = (visit.visitor() ?? pageId) + location.pathname;
      const orderId = id ?? page.slice(0, maxIdLength);
      return record({ type: "lead", orderId, email, token, ...own });
    },
    async sale(fields) {
      const own = await credentials();
      // A page that passes its gross profit along must not publish it.
      const never = { grossProfitMinor: undefined };
      return record({ ...fields, ...never, ...own, type: "sale" });
    },
    async track(name, props) {
      return record({ type: "custom", name, props, ...(await credentials()) });
    },
    async consent(state) {
      visit.consent(state);
      const counted = countArrival();
      announce("consent", { state });
      return counted;
    },
    on(name, listener) {
      // Whoever can call this is late for it.
      if (name === "ready") listener({});
      else {
        document.addEventListener(`enishi:${name}`, (event) =>
          listener((event as CustomEvent).detail),
        );
      }
    },
  };

  function needLater(): Promise<LaterCalls> {
    later ??= load().then(({ laterCalls }) =>
      laterCalls({
        ...world,
        options,
        visit,
        state,
        record,
        batch,
        send,
        done,
        fail,
        met,
        decided,
      }),
    );
    later.catch(() => {
      later = undefined;
    });
    return later;
  }

  const enishi = (async (name: keyof Calls, ...args: never[]) => {
    try {
      await activated;
      const known = name in calls ? calls : await needLater();
      return await (known as AnyCalls)[name]?.(...args);
    } catch (error) {
      fail(error);
    }
  }) as Enishi;

  async function start(): Promise<void> {
    announce("ready");
    watchPage(() => {
      if (document.querySelector(elements)) {
        needLater().catch(fail);
        loadWidget().catch(fail);
      }
    });
    const isReferred = visit.touches();
    if (isReferred || (visit.mayStore() && keptKeys()[0])) {
      needLater().catch(fail);
    }
    if (isReferred) await visit.decide();
    await countArrival();
  }

  met.then(start).catch(fail);
  // Where elements find the tracker of their page.
  (document as Document & Record<symbol, Enishi>)[Symbol.for("enishi")] =
    enishi;
  return enishi;
}
