import type { Frame, Page } from "playwright";
import { afterAll, afterEach, expect } from "vitest";
import { type Conversion, siteApi } from "../site-api.ts";
import { shopUrl, type World, type WorldOptions } from "./world.ts";
import { worldOfTests } from "./world-of-tests.ts";

export interface Click {
  id: string;
  visitor: string | null;
  /** 1: the caller said of itself that it is a program. */
  bot: number;
}

/** What a test asks of a world in which people visit one page each. */
export interface Situation {
  world: World;
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
  /** Waits until the collector has stored so many clicks of the code, and no more. */
  untilClicked(code: string, times?: number): Promise<Click[]>;
  /** Waits until the collector has the order, once, credited to the code or to nobody. */
  untilOrdered(orderId: string, code: string | null): Promise<Conversion>;
  /** Waits until the collector has the event that `track` has named, once. */
  untilTracked(name: string): Promise<void>;
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

/**
 * Opens a world as `worldOfTests` does. What is waited for in it is counted
 * again: as soon as nothing is under way any more, and once more when the world
 * is closed, so that what comes twice a moment later is seen too.
 */
export function openSituation(options?: Partial<WorldOptions>): Situation {
  const visited = new Set<Page>();
  const counted = new Map<string, { query: string; times: number }>();
  const rows = (query: string, value: string) =>
    world.stored(query, value).length;
  afterEach(() => visited.clear());
  // Defined before the hook that closes the world, and so run after it.
  afterAll(() => {
    const now = [...counted].map(([value, { query }]) => [
      value,
      { query, times: rows(query, value) },
    ]);
    expect(now).toEqual([...counted]);
  });
  const world = worldOfTests(options);

  async function until(query: string, value: string, times = 1) {
    await expect.poll(() => rows(query, value), poll).toBe(times);
    for (const page of visited) await idle(page);
    await expect.poll(() => underWay(world), poll).toEqual([]);
    expect(rows(query, value), `${query} ${value}`).toBe(times);
    counted.set(value, { query, times });
  }

  const clicks = (code: string) => world.stored<Click>(clicksOf, code);
  return {
    world,
    clicks,
    async code() {
      count += 1;
      return (await world.api.putMember(`member-${count}`)).code;
    },
    async visit(file, { code, search = "", prepare } = {}) {
      const page = await world.device();
      visited.add(page);
      const problems: string[] = [];
      page.on("pageerror", ({ message }) => problems.push(message));
      await prepare?.(page);
      const query = code ? `?via=${code}` : search;
      await page.goto(`${shopUrl}/${file}${query}`);
      return { page, problems };
    },
    async untilClicked(code, times) {
      await until(clicksOf, code, times);
      return clicks(code);
    },
    async untilOrdered(orderId, code) {
      await until("select id from conversions where order_id = ?", orderId);
      const [order] = await siteApi(world.collector).conversions(orderId);
      expect(order?.attributed?.code ?? null).toBe(code);
      return order as Conversion;
    },
    untilTracked: (name) => until("select id from events where name = ?", name),
  };
}

const clicksOf = "select id, visitor, bot from clicks where code = ?";

const poll = { timeout: 15_000, interval: 50 };

/** Until the page has nothing left to do that it could do at once; one that is gone or is being left has not. */
function idle(page: Page): Promise<unknown> {
  const turn = "requestIdleCallback(resolve, { timeout: 200 })";
  return page
    .evaluate(`new Promise((resolve) => ${turn}).then(() => undefined)`)
    .catch(() => undefined);
}

/** What has come through the door and is not yet answered. */
function underWay({ door }: World): string[] {
  return door.passages
    .filter(({ isUnderWay }) => isUnderWay)
    .map(({ path }) => path);
}
