import { afterEach, expect, test } from "vitest";
import { program } from "./testing/fixtures.ts";
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

afterEach(() => document.documentElement.removeAttribute("style"));

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
