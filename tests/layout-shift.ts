import type { Page } from "playwright";

/** Adds up what moves on every page from now on that nobody asked to move. */
export async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.set(document, "shift", 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift: number = Reflect.get(document, "shift");
        Reflect.set(document, "shift", shift + Reflect.get(entry, "value"));
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** How much has moved, as browsers count it. */
export function shiftOf(page: Page): Promise<number> {
  return page.evaluate<number>("document.shift");
}
