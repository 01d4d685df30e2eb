import type { EnishiEvent, EventBatch, Touches } from "../protocol/events.ts";
import { maxIdLength, maxUrlLength } from "../protocol/limits.ts";
import { announce } from "./announce.ts";
import { readArrival } from "./arrival.ts";
import type { Calls, Enishi } from "./calls.ts";
import { newId } from "./new-id.ts";
import type { LaterCalls } from "./on-demand.ts";
import type { Options } from "./options.ts";
import { createQueue } from "./queue.ts";
import { type Delivery, post } from "./transport.ts";
import { openVisit, type Visit } from "./visit.ts";
import { watchPage } from "./watch-page.ts";
import { whenActivated } from "./when-activated.ts";
import { whenHidden } from "./when-hidden.ts";

const elements =
  "enishi-share,enishi-reward,enishi-progress,enishi-welcome,enishi-code,[data-enishi]";

/** So long a conversion waits to know whether it may name its visitor. */
const patienceMs = 1_000;

/** What a test replaces, and what differs between the script and the npm entry. */
export interface World {
  now(): number;
  fetch: typeof window.fetch;
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
  /** Settles when it is known whether the device may be written to, or the page is left. */
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
  const queue = createQueue({ now, mayStore: visit.mayStore, send, onDone });
  const hidden = whenHidden();
  const activated = whenActivated();
  const met = activated.then(meet).catch(fail);
  let pageId: string | undefined;
  let later: Promise<LaterCalls> | undefined;

  function fail(error: unknown): void {
    if (options.debug) console.error("[enishi]", error);
    const { code = "page_error", message } = error as Record<string, string>;
    announce("error", { code, message });
  }

  function record(event: Draft<EnishiEvent>): Promise<void> {
    return queue.add({ id: makeId(), at: now(), ...event } as EnishiEvent);
  }

  function send(events: EnishiEvent[]): Promise<Delivery> {
    const visitor = visit.visitor() ?? undefined;
    const batch = { site, visitor, sentAt: now(), events } as EventBatch;
    return post(batch, { collector, fetch })
      .catch(async () => ({
        done: await (await load()).deliverOtherwise(batch, collector),
      }))
      .catch(() => ({ done: false }));
  }

  function onDone(events: EnishiEvent[], { refused = [] }: Delivery): void {
    refused.forEach(fail);
    events.forEach(({ type }, at) => {
      const isRefused = refused.some(({ index = at }) => index === at);
      if (/lead|sale/.test(type) && !isRefused) announce("recorded", { type });
    });
  }

  async function meet(): Promise<void> {
    const found = readArrival(location.search, options.param);
    if (!found) return;
    const { code, click, isCertain } = found;
    if (!isCertain) {
      const { checkCode } = await load();
      if (!(await checkCode({ options, fetch }, code))) return;
    }
    visit.meet({ code, at: now(), ...(click && { click }) });
    announce("referral", { code });
  }

  const decided = () => Promise.race([met.then(visit.decide), hidden]);

  /** Counts the click once its touch may be kept. */
  async function countArrival(): Promise<void> {
    const touch = visit.keepArrival();
    if (!touch) return;
    const { code, click } = touch;
    const url = (location.origin + location.pathname).slice(0, maxUrlLength);
    await record({ type: "click", code, url, click });
  }

  /** What a conversion says of its visitor. A page that is being left, or waits too long, goes without. */
  async function credentials(): Promise<{ touch: Touches | undefined }> {
    const late = new Promise((resolve) => setTimeout(resolve, patienceMs));
    await Promise.race([decided(), late]);
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
      announce("consent", { state });
      return countArrival();
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

  async function callsLater(): Promise<LaterCalls> {
    const { laterCalls } = await load();
    return laterCalls({ ...world, options, visit, record, met, decided });
  }

  const needLater = () => (later ??= callsLater());

  const enishi = (async (name: keyof Calls, ...args: never[]) => {
    try {
      await activated;
      const known: object = name in calls ? calls : await needLater();
      return await Reflect.get(known, name)(...args);
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
    queue.resume();
    if (visit.touches()) {
      needLater().catch(fail);
      await visit.decide();
    }
    await countArrival();
  }

  met.then(start).catch(fail);
  // Where elements find the tracker of their page.
  Object.assign(document, { [Symbol.for("enishi")]: enishi });
  return enishi;
}
