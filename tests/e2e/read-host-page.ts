import type { CDPSession, Page } from "playwright";
import type { Fault } from "./front-door.ts";
import type { HostPage } from "./random-host-page.ts";
import { stillness } from "./stillness.ts";
import { shopUrl, type World } from "./world.ts";

/** A page that hangs hangs every time; a busy machine does not. */
const tries = 3;

export interface Reader {
  /** Shows the page until it has been still for a while, and answers what it saw: `<globals that appeared>|<problems>|tracker`, the last where it has started. */
  read(host: HostPage): Promise<string>;
  close(): Promise<void>;
}

/** Somebody's device, which keeps what earlier pages have left on it. */
export async function openReader(
  world: World,
  stillMs: number,
): Promise<Reader> {
  let still: ReturnType<typeof stillness>;
  let devTools: CDPSession;
  let page = await openPage();

  async function openPage(): Promise<Page> {
    const opened = await world.device();
    opened.setDefaultTimeout(60_000);
    still = stillness(opened);
    devTools = await opened.context().newCDPSession(opened);
    return opened;
  }

  /** Playwright's own way needs what such a page has broken. */
  async function evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await devTools.send(
      "Runtime.evaluate",
      { expression, awaitPromise: true, returnByValue: true },
    );
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  }

  async function readOnce({ html, address }: HostPage): Promise<string> {
    await page.goto(`${shopUrl}${put(world, html)}${address}`);
    await evaluate("document.acted");
    await still(stillMs);
    return `${await evaluate("document.look()")}`;
  }

  return {
    async read(host) {
      let failure: unknown;
      for (let n = 0; n < tries; n++) {
        try {
          return await readOnce(host);
        } catch (error) {
          failure = error;
          await page.context().close();
          page = await openPage();
        }
      }
      return String(failure);
    },
    close: () => page.context().close(),
  };
}

/** What the shop shows, by path. A page that Playwright makes up is of no network, and may load nothing from ours. */
const shown = new Map<string, string>();

/** Has the shop show a page, and answers its path. */
function put({ door }: World, html: string): string {
  const path = `/host/${shown.size}`;
  shown.set(path, html);
  door.disturb("shop.test", show);
  return path;
}

const show: Fault = async (pass, passage) => {
  const { pathname } = new URL(passage.path, shopUrl);
  const html = shown.get(pathname);
  if (html === undefined) return pass();
  const headers = { "content-type": "text/html" };
  return { status: 200, headers, body: Buffer.from(html) };
};
