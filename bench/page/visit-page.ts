import type { Browser, BrowserContext, CDPSession, Page } from "playwright";
import { noteShifts, shiftOf } from "../../tests/layout-shift.ts";
import { type MainThread, readTrace, type TraceEvent } from "./read-trace.ts";

export interface Visit extends MainThread {
  /** The page's layout shifts, added up. */
  shift: number;
  /** Addresses asked for before the `load` event, and all, but the page's own. */
  beforeLoad: string[];
  requests: string[];
  /** Cookies and keys in storage. */
  traces: number;
}

/** Chromium's own name for what its performance panel records. */
const categories = "devtools.timeline,disabled-by-default-devtools.timeline,v8";

/** Opens an address in a browser profile of its own, on a processor slowed so many times, and waits until all is quiet. */
export async function visitPage(
  browser: Browser,
  {
    address,
    scripts,
    slowdown,
    isDone,
  }: {
    address: string;
    /** Where the scripts come from that are ours. */
    scripts: string;
    slowdown: number;
    /** Settles when the page has done what it is visited for. */
    isDone(page: Page): Promise<unknown>;
  },
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 915 },
  });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await noteShifts(page);
  const noted = noteRequests(page, address);
  const stop = await startTrace(browser);
  await page.goto(address, { waitUntil: "load" });
  await isDone(page);
  await page.waitForLoadState("networkidle");
  const events = await stop();
  const shift = await shiftOf(page);
  const traces = await tracesOf(context, page, cdp);
  await context.close();
  return { ...readTrace(events, scripts), ...noted, shift, traces };
}

function noteRequests(page: Page, address: string) {
  const noted = { beforeLoad: [] as string[], requests: [] as string[] };
  let isLoaded = false;
  page.on("load", () => {
    isLoaded = true;
  });
  page.on("request", (request) => {
    const url = request.url();
    if (url === address || url.startsWith("data:")) return;
    noted.requests.push(url);
    if (!isLoaded) noted.beforeLoad.push(url);
  });
  return noted;
}

async function startTrace(browser: Browser) {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) =>
    events.push(...(value as unknown as TraceEvent[])),
  );
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: categories.split(","),
    },
  });
  return async () => {
    const done = new Promise((resolve) =>
      session.once("Tracing.tracingComplete", resolve),
    );
    await session.send("Tracing.end");
    await done;
    await session.detach();
    return events;
  };
}

async function tracesOf(
  context: BrowserContext,
  page: Page,
  cdp: CDPSession,
): Promise<number> {
  const cookies = await context.cookies();
  const kept = await page.evaluate(
    () => localStorage.length + sessionStorage.length,
  );
  await cdp.detach();
  return cookies.length + kept;
}
