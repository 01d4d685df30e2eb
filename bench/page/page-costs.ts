import { chromium } from "playwright";
import { startCollector } from "../../tests/collector-process.ts";
import { chromiumFlags, findChromium } from "../../tests/find-chromium.ts";
import { openBenchShop, type Variant } from "./bench-shop.ts";
import { type Visit, visitPage } from "./visit-page.ts";

const variants: Variant[] = ["bare", "tracker", "widget", "unheld"];

/** Loads each page so often, in turns, so that whatever else the machine does meets all alike. */
export async function pageCosts({
  rounds,
  slowdown,
}: {
  rounds: number;
  slowdown: number;
}): Promise<Record<Variant, Visit[]>> {
  const shop = await openBenchShop();
  const collector = await startCollector({
    env: { ENISHI_ORIGINS: shop.origin },
  });
  shop.setCollector(collector.url);
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: chromiumFlags,
  });
  const visits: Record<Variant, Visit[]> = {
    bare: [],
    tracker: [],
    widget: [],
    unheld: [],
  };
  // The first round warms browser and collector.
  for (let round = -1; round < rounds; round++) {
    for (const variant of variants) {
      const hasWidget = variant === "widget" || variant === "unheld";
      const visit = await visitPage(browser, {
        address: `${shop.origin}/${variant}`,
        collector: collector.url,
        slowdown,
        isShown: hasWidget ? "enishi-share [part=join]" : undefined,
      });
      if (round >= 0) visits[variant].push(visit);
    }
  }
  await browser.close();
  shop.close();
  await collector.end("SIGTERM");
  return visits;
}
