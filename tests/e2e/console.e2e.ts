import type { Page } from "playwright";
import { afterEach, expect, test } from "vitest";
import type { Fault } from "./front-door.ts";
import { eventsOnly } from "./network-faults.ts";
import { buy, call, newOrder, openSituation } from "./situation.ts";
import { shopUrl } from "./world.ts";

const { world, code, visit, untilClicked } = openSituation();

afterEach(() => world.door.disturb("ref.enishi.test"));

test("the page's console hears of us under data-debug alone, and of one thing once", async () => {
  const wrong = { orderId: "wrong", amountMinor: -1, currency: "JPY" };
  for (const [file, expected] of [
    ["plain.html", []],
    ["debug.html", [/^\[enishi\] Consent/, /^\[enishi\] amountMinor/]],
  ] as const) {
    const said: string[] = [];
    const via = await code();
    const { page } = await visit(file, {
      code: via,
      prepare: async (page) =>
        page.on("console", (message) => {
          if (message.location().url !== `${shopUrl}/favicon.ico`)
            said.push(message.text());
        }),
    });
    await untilClicked(via);
    for (const time of ["first", "second"])
      await call(page, "sale", { ...wrong, orderId: `wrong-${time}` });
    await page.evaluate("console.log('the page itself')");
    await expect.poll(() => said.at(-1)).toBe("the page itself");
    expect(said).toEqual([
      ...expected.map((message) => expect.stringMatching(message)),
      "the page itself",
    ]);
  }
});

/** How a collector may be out of reach, and a page without `data-debug` and one with it. */
const unreachable: {
  how: string;
  pages: [string, string];
  fault?: Fault;
  prepare?: string;
}[] = [
  {
    how: "ends every connection",
    pages: ["plain.html", "debug.html"],
    fault: eventsOnly(async () => null),
  },
  {
    how: "never answers",
    pages: ["plain.html", "debug.html"],
    fault: eventsOnly(() => new Promise(() => {})),
    // Half a minute, to whoever waits.
    prepare:
      "{ const { timeout } = AbortSignal; AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 100); }",
  },
  {
    how: "is behind the page's own policy",
    pages: ["csp-without-anything.html", "debug-without-anything.html"],
  },
];

test.for(unreachable)(
  "where the collector $how, one line under data-debug says so, none without, and the page works",
  async ({ pages, fault, prepare }) => {
    world.door.disturb("ref.enishi.test", fault);
    for (const [file, lines] of [
      [pages[0], 0],
      [pages[1], 1],
    ] as const) {
      const warned: string[] = [];
      const { page, problems } = await visit(file, {
        code: await code(),
        prepare: async (page) => {
          noteWarnings(page, warned);
          if (prepare) await page.addInitScript(prepare);
        },
      });
      await Promise.all([buy(page, newOrder()), buy(page, newOrder())]);
      await expect.poll(() => warned.length).toBe(lines);
      // What is tried again fails again.
      await page.evaluate("void dispatchEvent(new Event('online'))");
      await buy(page, newOrder());
      expect(warned).toHaveLength(lines);
      expect(problems).toEqual([]);
      await page.context().close();
    }
  },
);

/** Ours; the browser's own lines about its network come from no script. */
function noteWarnings(page: Page, warned: string[]): void {
  page.on("console", (line) => {
    const isOurs =
      line.text().startsWith("[enishi]") || /enishi\b.*\.js/.test(line.text());
    if (isOurs && line.type() !== "info") warned.push(line.text());
  });
}
