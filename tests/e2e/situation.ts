import type { Frame, Page } from "playwright";
import { expect } from "vitest";
import { type Conversion, siteApi } from "../site-api.ts";
import { shopUrl, type World } from "./world.ts";

export interface Click {
  id: string;
  visitor: string | null;
}

/** What a test asks of a world in which people visit one page each. */
export interface Situation {
  /** A new member's code. */
  code(): Promise<string>;
  /** Opens a page in a browser of its own, by default as a friend of the code's owner; answers with all that reached the page as an error. */
  visit(
    file: string,
    options?: {
      code?: string;
      search?: string;
      prepare?: (page: Page) => Promise<unknown>;
    },
  ): Promise<{ page: Page; problems: string[] }>;
  clicks(code: string): Click[];
  /** Waits until the collector has stored so many clicks of the code. */
  untilClicked(code: string, times?: number): Promise<Click[]>;
  /** Waits until the collector has the order, once, credited to the code or to nobody. */
  untilOrdered(orderId: string, code: string | null): Promise<Conversion>;
}

let count = 0;

/** An order id that no other test has. */
export function newOrder(): string {
  count += 1;
  return `order-${count}`;
}

/** Calls `enishi` as the page would. As text, because pages that patch everything patch what Playwright passes values with, too. */
export function call(page: Page | Frame, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(
    `enishi(${args.map((arg) => JSON.stringify(arg)).join(", ")}).then(() => undefined)`,
  );
}

export function buy(page: Page | Frame, orderId: string): Promise<unknown> {
  return call(page, "sale", { orderId, amountMinor: 1_000, currency: "JPY" });
}

export function openSituation(world: () => World): Situation {
  const clicks = (code: string) =>
    world().stored<Click>(
      "select id, visitor from clicks where code = ?",
      code,
    );
  return {
    clicks,
    async code() {
      count += 1;
      return (await world().api.putMember(`member-${count}`)).code;
    },
    async visit(file, { code, search = "", prepare } = {}) {
      const page = await world().device();
      const problems: string[] = [];
      page.on("pageerror", ({ message }) => problems.push(message));
      await prepare?.(page);
      const query = code ? `?via=${code}` : search;
      await page.goto(`${shopUrl}/${file}${query}`);
      return { page, problems };
    },
    async untilClicked(code, times = 1) {
      await expect.poll(() => clicks(code).length, poll).toBe(times);
      return clicks(code);
    },
    async untilOrdered(orderId, code) {
      const orders = () => siteApi(world().collector).conversions(orderId);
      await expect.poll(async () => (await orders()).length, poll).toBe(1);
      const [order] = await orders();
      expect(order?.attributed?.code ?? null).toBe(code);
      return order as Conversion;
    },
  };
}

const poll = { timeout: 15_000, interval: 50 };
