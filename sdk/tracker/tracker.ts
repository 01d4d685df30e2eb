import type {
  EnishiEvent,
  EventBatch,
  EventBatchAnswer,
  Touch,
} from "../protocol/events.ts";
import { maxIdLength } from "../protocol/limits.ts";
import { cookieName } from "../protocol/referral-cookie.ts";
import { announce } from "./announce.ts";
import { type Arrival, readArrivals } from "./arrival.ts";
import { attempt } from "./attempt.ts";
import type { Calls, Enishi } from "./calls.ts";
import { dropKey } from "./device.ts";
import type { Draft } from "./draft.ts";
import { inTime } from "./in-time.ts";
import { isLookedInto } from "./is-looked-into.ts";
import type { OnDemand } from "./on-demand.ts";
import type { Options } from "./options.ts";
import { hasEvents, keepEvent, keyOf } from "./outbox.ts";
import { pageUrl } from "./page-url.ts";
import { createQueue } from "./queue.ts";
import { toJson } from "./to-json.ts";
import { type Answer, openLine } from "./transport.ts";
import type { Undecided } from "./undecided.ts";
import { openVisit } from "./visit.ts";
import { watchPage } from "./watch-page.ts";
import { whenActivated } from "./when-activated.ts";
import { whenLoaded } from "./when-loaded.ts";
import type { World } from "./world.ts";

const elements =
  "enishi-share,enishi-reward,enishi-progress,enishi-welcome,enishi-code,[data-enishi]";

type Part = (...given: unknown[]) => unknown;

type AllCalls = {
  [Name in keyof Calls]: (...args: Parameters<Calls[Name]>) => unknown;
};

/** Starts the tracker of this page and registers it for the elements. */
export function createTracker(options: Options, world: World): Enishi {
  const [clock, makeId, fetch, load, loadWidget] = world;
  const ask = openLine(options.collector, fetch);
  const {
    canKeep,
    decide,
    setConsent,
    visitorId,
    keptTouches,
    meet,
    keepArrival,
  } = openVisit(options, ask, makeId);
  const activated = whenActivated();
  const add = createQueue(activated, send);
  const quiet = whenLoaded();
  let loaded: Promise<OnDemand> | undefined;
  const met = activated.then(begin).catch(fail);
  let who: { token?: string; id?: string } | undefined;
  let pageId: string | undefined;
  let address = "";
  let arrival: Arrival | undefined;
  let pauseMs = 0;
  // biome-ignore lint/correctness/noUnusedVariables: the operator below reads it
  let hasLooked: boolean | undefined;

  function fail(error: unknown): void {
    announce("error", { code: "failed", message: `${error}` });
  }

  function batch(events: EnishiEvent[]): EventBatch {
    return {
      site: options.site,
      visitor: visitorId(),
      sentAt: clock(),
      events,
    } as EventBatch;
  }

  /** Whatever is not simply accepted, and everything after it, is for the part that comes on demand. */
  async function send(events: EnishiEvent[]): Promise<unknown> {
    const isAlone = !loaded;
    let answer: Answer<EventBatchAnswer> | undefined;
    if (isAlone) {
      answer = await ask<EventBatchAnswer>("events", batch(events)).catch(
        () => undefined,
      );
    }
    // A proxy's or a captive portal's page says nothing of what was refused.
    if (answer?.refused?.length === 0) {
      return events.map(done);
    }
    return later(0, events, answer).catch(() =>
      // What waited for the part on demand in vain goes straight to the collector; where nothing of it can be had, wait for the network.
      setTimeout(send, isAlone ? 60_000 : 0, events),
    );
  }

  /** Runs a part that comes on demand, by its place there. */
  function later<Place extends 0 | 1 | 2 | 3 | 4 | 5>(
    place?: Place,
    ...given: Parameters<OnDemand[Place]>
  ): Promise<unknown> {
    loaded ??= load().then(({ onDemand }) =>
      onDemand(
        options,
        ask,
        batch,
        done,
        lastTouch,
        meet,
        decide,
        keepArrival,
        record,
      ),
    );
    loaded.catch(() => {
      loaded = undefined;
    });
    return loaded.then((parts) => (parts[place as Place] as Part)(...given));
  }

  /** The collector has it. */
  function done(event: EnishiEvent): void {
    const { type } = event;
    attempt(() => dropKey(keyOf(event)));
    // A lead or a sale.
    if (/le/.test(type)) announce("recorded", { type });
  }

  function keep(event: EnishiEvent): Promise<unknown> {
    store(event);
    return inTime(add(event));
  }

  function store(event: EnishiEvent | Undecided): void {
    // Before there is anything of this page's own.
    hasLooked ||= !takeOver();
    // A withdrawal that is not heard of at once is all that may wait on a bare device.
    if (canKeep() || event.type === "forget") keepEvent(event);
  }

  function record(draft: Draft): Promise<unknown> {
    return keep({ ...draft, id: makeId(), at: clock() } as EnishiEvent);
  }

  async function begin(): Promise<void> {
    // What comes on demand says it. Before a router drops the doctor's key from the address.
    if (isLookedInto(options)) later(2, keep).catch(console.warn).catch(fail);
    await arrive();
    announce("ready");
    // A page that is still loading has other work, and other requests.
    quiet.then(() => watchPage(look)).catch(fail);
    // The tab that people come back to sends what a closed one could not. Last: an old library's `addEventListener` may throw.
    addEventListener("visibilitychange", takeOver);
  }

  function takeOver(): undefined {
    // A page that has read its device notices when another one erases it. On a stranger's no cookie need be asked for.
    if (attempt(() => localStorage[cookieName])) canKeep();
    if (!document.hidden && hasEvents()) later(2, keep).catch(fail);
  }

  /** Reads the address, of the page or of what a single-page app has made of it. */
  async function arrive(): Promise<void> {
    // biome-ignore lint/suspicious/noAssignInExpressions: a statement of its own is over the budget
    if (address === (address = location.search + location.hash)) return;
    const all = readArrivals(address, options.param);
    const [first, more] = all;
    if (!first) return;
    const { code, name, click } = first;
    // Other programmes use `ref` too.
    const isRef = name === "ref";
    // An unknown code replaces none; where nobody can be asked, a link is believed.
    if (
      isRef ||
      more ||
      /enishi-at/.test(address) ||
      (lastTouch()?.code ?? code) !== code
    ) {
      const undecided: Undecided = { type: "arrival", id: clock(), all };
      // Another page asks where this one is left before.
      store(undecided);
      const isDone = await quiet.then(() => later(5, undecided)).catch(fail);
      if (isDone || isRef) return;
    }
    arrival = first;
    meet({ code, click, at: clock() } as Touch);
    announce("referral", { code });
    // Only a referral is worth a question to the collector.
    countArrival().catch(fail);
  }

  const lastTouch = () => keptTouches()?.last;

  const decided = () => inTime(met.then(decide));

  /** Counts the click once its touch may be kept; a collector that is out of reach is asked until it says whether it may. */
  async function countArrival(): Promise<void> {
    // The device has it at once; the network is the page's own until it has loaded.
    let touch = keepArrival();
    await quiet;
    if (!(await decide().catch(fail))) {
      // Slower each time, for as long as the page is open.
      // biome-ignore lint/suspicious/noAssignInExpressions: a statement of its own is over the budget
      setTimeout(countArrival, (pauseMs += 3_000));
      return;
    }
    touch ??= keepArrival();
    if (!canKeep()) return;
    if (touch) {
      await record({ ...touch, type: "click", url: pageUrl() });
    }
    // Not before the click is on its way: what is sent from then on waits for what is fetched here.
    if (arrival) later(3, arrival).catch(fail);
  }

  /** Records with what is known of the visitor by then. A page that is being left, or waits too long, goes without. */
  async function convert(type: string, fields: () => object): Promise<unknown> {
    await decided();
    visitorId(true);
    return record({ ...fields(), touch: keptTouches(), type } as never);
  }

  /** Takes the page's word on consent, or none to forget, and tells the collector whose id was erased. */
  function obey(state?: "granted" | "denied"): unknown {
    const visitor = setConsent(state);
    announce(state ? "consent" : "forget", { state });
    return visitor ? record({ type: "forget", visitor }) : countArrival();
  }

  const calls: AllCalls = {
    async referral(typed) {
      await met;
      return typed || lastTouch() ? later(4, typed) : null;
    },
    identify(said) {
      who = said;
      announce("identify", who);
    },
    lead: (fields) =>
      convert("lead", () => {
        pageId ??= makeId();
        return {
          ...fields,
          orderId:
            fields?.id ||
            ((visitorId() ?? pageId) + location.pathname).slice(0, maxIdLength),
        };
      }),
    // A page that passes its gross profit along must not publish it.
    sale: (fields) =>
      convert("sale", () => ({ ...fields, grossProfitMinor: undefined })),
    track: (name, props) =>
      convert("custom", () => ({ name, props: props ?? undefined })),
    view: (seen) => record({ ...seen, type: "view" } as Draft),
    share: (shared) => record({ ...shared, type: "share" } as Draft),
    copy: (copied) => record({ ...copied, type: "copy" } as Draft),
    consent: obey,
    forget() {
      who = undefined;
      return obey();
    },
    open: (surface) => loadWidget().then(() => announce("open", { surface })),
    async context(need) {
      await decided();
      return {
        ...who,
        ...options,
        visitor: visitorId(need),
        code: lastTouch()?.code,
        mayStore: canKeep(),
        debug: isLookedInto(options),
      };
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

  const enishi = ((name: keyof Calls, ...args: unknown[]) =>
    // What the page makes of its objects later is not what it said; what cannot be sent fails here, alone.
    (async () => {
      const said = name === "on" ? args : JSON.parse(toJson(args));
      await activated;
      return (calls[name] as Part)?.(...said);
    })().catch(fail)) as Enishi;

  function look(): void {
    // Not while the page loads: the first touch of a storage may wait for the disk.
    hasLooked ||= !takeOver();
    // A route change shows in the page: history need not be patched.
    arrive().catch(fail);
    if (document.querySelector(elements)) loadWidget().catch(fail);
    if (
      (options.domains ||
        options.forms ||
        document.querySelector("[data-enishi-form]")) &&
      // A frame may be told by its parent.
      (parent !== window || lastTouch())
    ) {
      later(1).catch(fail);
    }
  }

  // Where elements find the tracker of their page.
  (document as Document & Record<symbol, Enishi>)[Symbol.for("enishi")] =
    enishi;
  return enishi;
}
