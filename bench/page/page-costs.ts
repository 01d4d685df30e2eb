import { chromium, type Page } from "playwright";
import { startCollector } from "../../tests/collector-process.ts";
import { chromiumFlags, findChromium } from "../../tests/find-chromium.ts";
import { siteApi } from "../../tests/site-api.ts";
import {
  inertFolder,
  openBenchShop,
  type Variant,
  variants,
} from "./bench-shop.ts";
import { type Visit, visitPage } from "./visit-page.ts";

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
  const { code } = await siteApi(collector).putMember("referrer");
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: chromiumFlags,
  });
  const visits = Object.fromEntries(
    variants.map((variant) => [variant, [] as Visit[]]),
  ) as Record<Variant, Visit[]>;
  // The first round warms browser and collector.
  for (let round = -1; round < rounds; round++) {
    for (const variant of variants) {
      const visit = await visitPage(browser, {
        address: `${shop.origin}/${variant}${variant === "referred" ? `?via=${code}` : ""}`,
        scripts:
          variant === "inert" ? shop.origin + inertFolder : collector.url,
        slowdown,
        isDone: isDone[variant],
      });
      if (round >= 0) visits[variant].push(visit);
    }
  }
  await browser.close();
  shop.close();
  await collector.end("SIGTERM");
  return visits;
}

/** What has to be seen before a visit is one. */
const isDone: Record<Variant, (page: Page) => Promise<unknown>> = {
  bare: async () => {},
  inert: async () => {},
  tracker: async () => {},
  // The code leaves the address once the device has it.
  referred: (page) => page.waitForURL(({ search }) => search === ""),
  widget: isShown,
  unheld: isShown,
};

function isShown(page: Page): Promise<unknown> {
  return page.locator("enishi-share [part=join]").waitFor();
}
