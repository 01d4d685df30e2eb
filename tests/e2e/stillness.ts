import type { Page, Request } from "playwright";

/** Does not wait longer for a page that asks again and again. */
const longestMs = 5_000;

/** Watches a page from now on; what it answers waits until nothing has been asked for or answered for so long. */
export function stillness(page: Page): (quietMs: number) => Promise<void> {
  const underWay = new Set<Request>();
  let changedAt = Date.now();
  const ended = (request: Request) => {
    underWay.delete(request);
    changedAt = Date.now();
  };
  page.on("request", (request) => {
    // What the page before has left behind is not this one's.
    if (request.isNavigationRequest()) underWay.clear();
    underWay.add(request);
    changedAt = Date.now();
  });
  page.on("requestfinished", ended);
  page.on("requestfailed", ended);
  return async (quietMs) => {
    const until = Date.now() + longestMs;
    for (;;) {
      const now = Date.now();
      const isStill = !underWay.size && now - changedAt >= quietMs;
      if (isStill || now > until) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
}
