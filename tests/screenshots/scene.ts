import type { BrowserContextOptions, Page } from "playwright";
import { collectorUrl, shopUrl, type World } from "../e2e/world.ts";
import { signToken } from "../site-api.ts";
import type { Cast } from "./cast.ts";

/** One picture: where it is taken, and what somebody does first. */
export interface Scene {
  /** Also the file's name. */
  name: string;
  /** What there is to see, for whoever reads the documentation. */
  says: string;
  /** Makes it so, and answers the address to open. */
  open(world: World, cast: Cast): string | Promise<string>;
  /** What is there once it is drawn; a selector that looks into shadow roots. */
  ready: string;
  /** What somebody does then. */
  act?(page: Page, cast: Cast): Promise<unknown>;
  /** Before the page is opened: what the network does to it. */
  before?(page: Page): Promise<unknown>;
  /** The part of the page that is shown; the whole window by itself. */
  clip?: string;
  device?: BrowserContextOptions;
}

export const phone: BrowserContextOptions = {
  viewport: { width: 375, height: 667 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  userAgent:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
  locale: "ja-JP",
};

export const desktop: BrowserContextOptions = {
  viewport: { width: 1024, height: 720 },
  locale: "ja-JP",
};

/** The address of a page with one element on it. */
export function page(
  is: string,
  attributes: Record<string, string> = {},
  query = "",
): string {
  return `${shopUrl}/page.html${query}#${new URLSearchParams({ is, ...attributes })}`;
}

/** As `page`, signed in as somebody. */
export async function pageOf(
  sub: string,
  is: string,
  attributes: Record<string, string> = {},
): Promise<string> {
  const token = await signToken("member", { sub });
  return page(is, { ...attributes, token });
}

export const hosted = (path: string) => `${collectorUrl}${path}`;
