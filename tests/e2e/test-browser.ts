import { type Browser, type BrowserContextOptions, chromium } from "playwright";
import { chromiumFlags, findChromium } from "../find-chromium.ts";

/** Chromium as people have it, led to the door instead of the web. */
export function openBrowser(door: { port: number }): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // Playwright switches it off; people's browsers have it.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    args: [
      ...chromiumFlags,
      `--host-resolver-rules=MAP *.test:443 127.0.0.1:${door.port}`,
      "--test-third-party-cookie-phaseout",
    ],
  });
}

/** A headless browser says so of itself, and a program's clicks are not counted. */
export function humanUserAgent(browser: Browser): BrowserContextOptions {
  if (browser.browserType() !== chromium) return {};
  const [major] = browser.version().split(".");
  return {
    userAgent: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`,
  };
}
