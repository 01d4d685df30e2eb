import { afterEach, expect, test, vi } from "vitest";
import { me, program } from "./testing/fixtures.ts";
import { find, openShop, tokenOf } from "./testing/page.ts";

const attributes = { token: tokenOf("hanako") };
const colors = {
  accent: "#ffd400",
  onAccent: "#000000",
  textOnLight: "#262221",
  textOnDark: "#ffd400",
};
const own = "rgb(194, 38, 63)";
const green = "rgb(20, 83, 45)";

afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.removeAttribute("style");
});

/** The main button's ground, and the words on it. */
async function mainButton(layout: string) {
  const shop = openShop();
  shop.program = { ...program, colors };
  shop.me = {
    ...(shop.me as Exclude<typeof shop.me, number>),
    program: shop.program,
  };
  const share = shop.show("share", { ...attributes, layout });
  const button = await find(share, ".main");
  return () => {
    const { backgroundColor, color } = getComputedStyle(button);
    return [backgroundColor, color];
  };
}

test.each(["inline", "launcher"])(
  "%s: the owner's colour is taken, with words that can be read on it",
  async (layout) => {
    const seen = await mainButton(layout);
    await expect.poll(seen).toEqual(["rgb(255, 212, 0)", "rgb(0, 0, 0)"]);
  },
);

test.each(["hanako", null])(
  "a button that opens a dialog is never seen in another colour than the owner's: %s",
  async (sub) => {
    // However busy the machine is, patience does not end.
    const later = window.setTimeout as (...given: unknown[]) => number;
    vi.spyOn(window, "setTimeout").mockImplementation(((...given: unknown[]) =>
      given[1] === 1000 ? 0 : later(...given)) as never);
    const shop = openShop();
    shop.program = { ...program, colors };
    shop.me = { ...me(), program: shop.program };
    const answer = Promise.withResolvers<void>();
    const { fetch } = shop;
    shop.fetch = async (...call) => {
      await answer.promise;
      return fetch(...call);
    };
    const share = shop.show("share", {
      layout: "launcher",
      ...(sub && { token: tokenOf(sub) }),
    });
    const seen = new Set<string>();
    const watch = () => {
      const button = share.shadowRoot?.querySelector("button.main");
      if (button) seen.add(getComputedStyle(button).backgroundColor);
      if (share.isConnected) requestAnimationFrame(watch);
    };
    watch();
    await nextFrames(10);
    answer.resolve();
    await find(share, "button.main");
    await nextFrames(10);
    expect([...seen]).toEqual(["rgb(255, 212, 0)"]);
  },
);

test("a button waits for its colour no longer than a slow collector deserves", async () => {
  const shop = openShop();
  shop.fetch = () => new Promise(() => {});
  const share = shop.show("share", { ...attributes, layout: "launcher" });
  const button = await find(share, ".main");
  expect(getComputedStyle(button).backgroundColor).toBe(own);
});

test("the page's own colour beats it, and brings its own words", async () => {
  document.documentElement.style.setProperty("--enishi-accent", "#14532d");
  const seen = await mainButton("inline");
  await expect.poll(seen).toEqual([green, "rgb(255, 255, 255)"]);
});

test("without either the red thread's colour stays", async () => {
  const share = openShop().show("share", attributes);
  const button = await find(share, ".main");
  expect(getComputedStyle(button).backgroundColor).toBe(own);
});

async function nextFrames(count: number): Promise<void> {
  for (let n = 0; n < count; n++)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}
