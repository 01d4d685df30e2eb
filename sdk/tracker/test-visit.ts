import type { EventBatch } from "../protocol/events.ts";
import type { Enishi } from "./calls.ts";
import * as onDemandPart from "./on-demand.ts";
import type { Options } from "./options.ts";
import { createTracker } from "./tracker.ts";

export const noon = Date.UTC(2026, 10, 21, 12);

// All pages of a test file are one document: what an earlier test's tracker hears of the next one's address would be read twice.
Object.defineProperty(window, "navigation", { value: undefined });

/** A page visited for a test, with a collector that only listens. */
export interface TestVisit {
  enishi: Enishi;
  requests: { url: string; init: RequestInit | undefined }[];
  batches(): EventBatch[];
  clock: { now: number };
  /** What the collector says next; a thrown error is a blocked request. */
  collector: {
    answer: (url: string, init?: RequestInit) => Response | Promise<Response>;
    /** Nor does anything come on demand. */
    isGone?: boolean;
  };
  loaded: string[];
}

/** Forgets this browser: every test is a new visitor. */
export function newVisitor(): void {
  localStorage.clear();
  sessionStorage.clear();
  // biome-ignore lint/suspicious/noDocumentCookie: the tests of a cookie
  document.cookie = "_enishi=;path=/;max-age=0";
  openPage("");
}

export function openPage(search: string): void {
  history.replaceState(null, "", location.pathname + search);
  Reflect.deleteProperty(document, Symbol.for("enishi"));
}

export function accepted(): Response {
  return Response.json(
    { accepted: 1, duplicate: 0, refused: [] },
    { status: 202 },
  );
}

export function visitPage(
  search: string,
  options: Partial<Options> = {},
  startedAt = noon,
): TestVisit {
  openPage(search);
  let ids = 0;
  const visit: Omit<TestVisit, "enishi"> = {
    requests: [],
    loaded: [],
    clock: { now: startedAt },
    collector: { answer: accepted },
    batches: () =>
      visit.requests
        .filter(({ url }) => url.endsWith("/v1/events"))
        .map(({ init }) => JSON.parse(String(init?.body)) as EventBatch),
  };
  const enishi = createTracker(
    {
      site: "pk_test",
      collector: "https://ref.shop.example",
      consent: "granted",
      ...options,
    },
    [
      () => visit.clock.now,
      () =>
        `0${visit.clock.now.toString(36)}random${String(ids++).padStart(6, "0")}`,
      async (input, init) => {
        if (visit.collector.isGone) throw new TypeError("Failed to fetch");
        visit.requests.push({ url: String(input), init });
        return visit.collector.answer(String(input), init);
      },
      async () => {
        if (visit.collector.isGone) throw new TypeError("Failed to fetch");
        visit.loaded.push("on-demand");
        return onDemandPart;
      },
      async () => {
        visit.loaded.push("widget");
      },
    ],
  );
  return { ...visit, enishi };
}
