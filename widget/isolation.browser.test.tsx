import pico from "@picocss/pico/css/pico.min.css?inline";
import bootstrap from "bootstrap/dist/css/bootstrap.min.css?inline";
import bulma from "bulma/css/bulma.min.css?inline";
import normalize from "normalize.css/normalize.css?inline";
import tailwind from "tailwindcss/preflight.css?inline";
import uikit from "uikit/dist/css/uikit.min.css?inline";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import water from "water.css/out/light.css?inline";
import { find, openShop } from "./testing/page.ts";
import { openEverything, playedScreens } from "./testing/screens.ts";

// Much is compared: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000 });

/** What frameworks do to every page, and what pages do that mean no good. */
const hosts: Record<string, string> = {
  bootstrap,
  bulma,
  pico,
  uikit,
  tailwind,
  normalize,
  water,
  "everything unset": "* { all: unset !important }",
  "a rem of 10 px": "html { font-size: 62.5% } body { font-size: 1.6rem }",
  "right to left": "html { direction: rtl }",
  "inherited properties": `* {
    letter-spacing: .3em !important; word-spacing: 1em !important; line-height: 3 !important; text-transform: uppercase !important;
    text-indent: 2em !important; text-align: right !important; font: italic small-caps 900 30px/3 cursive !important;
    font-variant: small-caps !important; color: red !important; white-space: pre !important; word-break: break-all !important;
    visibility: hidden !important; cursor: wait !important; list-style: square inside !important; pointer-events: none !important;
    text-shadow: 1px 1px red !important; border-collapse: collapse !important; border-spacing: 9px !important;
    hyphens: auto !important; tab-size: 9 !important; quotes: "x" "y" !important; caption-side: bottom !important;
    text-orientation: upright !important; font-feature-settings: "smcp" !important; text-wrap: nowrap !important;
    line-break: anywhere !important; accent-color: lime !important; caret-color: red !important; user-select: none !important;
  }`,
  "selectors for everything":
    "* , *::before, *::after { box-sizing: content-box !important; margin: 20px !important; padding: 9px !important; border: 3px dashed red !important; background: yellow !important; float: left !important }",
  "the names that the widget uses":
    ":root, * { --accent: 9px !important; --ink: lime !important; --line: 9px solid lime !important; --gap: 99px !important; --bg: lime !important; --round: 99px !important; --dim: lime !important; --red: lime !important; --soft: lime !important } .card, .root, .button, h2, .share { position: absolute !important; width: 10px !important }",
  "registered properties": [
    "accent",
    "ink",
    "line",
    "gap",
    "bg",
    "round",
    "dim",
    "red",
    "soft",
  ]
    .map(
      (name) =>
        `@property --${name} { syntax: "<angle>"; inherits: false; initial-value: 3deg }`,
    )
    .join("\n"),
};

beforeEach(() => page.viewport(800, 1200));
afterEach(() => {
  document.adoptedStyleSheets = [];
});

const inside = playedScreens.filter(({ name }) => name !== "launcher");

test.each(inside)(
  "no page's style sheet reaches the $name screen",
  async ({ surface, attributes, shop, ready }) => {
    const place = document.createElement("div");
    document.body.append(place);
    const element = openShop(shop).show(surface, {
      ...attributes,
      locale: "ja",
    });
    place.append(element);
    hold(place, element);
    await find(element, ready);
    await openEverything(element);
    const before = look(element);
    expect(Object.keys(before).length).toBeGreaterThan(3);
    for (const [name, css] of Object.entries(hosts)) {
      dressPage(css);
      expect(changes(before, look(element)), name).toEqual([]);
    }
  },
);

/** What is inside a dialog was looked at by itself; of the rest these reach furthest. */
const furthest = [
  "bootstrap",
  "everything unset",
  "right to left",
  "inherited properties",
  "selectors for everything",
  "the names that the widget uses",
];

test.each(["dialog", "launcher"])(
  "no page's style sheet reaches the layout %s, closed or open",
  async (layout) => {
    const place = document.createElement("div");
    document.body.append(place);
    const element = openShop().show("share", {
      token: playedScreens[0]?.attributes.token ?? "",
      locale: "ja",
      layout,
    });
    place.append(element);
    hold(place, element);
    const button = await find(element, "[part=open-button]");
    const closed = look(element);
    for (const name of furthest) {
      dressPage(hosts[name] ?? "");
      expect(changes(closed, look(element)), name).toEqual([]);
    }
    dressPage("");
    button.click();
    const inner = await find(element, "dialog[open] enishi-share");
    await find(inner, "[part=link]");
    const outside = look(element);
    const within = look(inner);
    expect(Object.keys(within).length).toBeGreaterThan(20);
    for (const name of furthest) {
      dressPage(hosts[name] ?? "");
      expect(changes(outside, look(element)), name).toEqual([]);
      expect(changes(within, look(inner)), name).toEqual([]);
    }
  },
);

/** Those that bring most, each by another way in. */
const reaching = playedScreens.filter(({ name }) =>
  ["share", "progress", "code", "launcher"].includes(name),
);

test.each(Object.keys(hosts))(
  "no screen reaches a page dressed in %s",
  async (name) => {
    dressPage(hosts[name] ?? "");
    const main = document.createElement("main");
    main.innerHTML = hostPage;
    document.body.append(main);
    const looks = () =>
      [
        ...main.querySelectorAll("*"),
        main,
        document.body,
        document.documentElement,
      ].map(lookOf);
    const before = looks();
    for (const { surface, attributes, shop, ready } of reaching) {
      const element = openShop(shop).show(surface, attributes);
      await find(element, ready);
      await openEverything(element);
      element.style.cssText = "display: none !important";
      expect(looks()).toEqual(before);
      element.remove();
      localStorage.clear();
    }
  },
);

/** What a page may do to the element is place and size it: that stays as it is while the sheets change. */
function hold(place: HTMLElement, element: HTMLElement): void {
  for (const box of [place, element]) {
    for (const [property, value] of Object.entries({
      display: "block",
      position: "absolute",
      inset: "0 auto auto 0",
      width: "600px",
      height: "auto",
      margin: "0",
      padding: "0",
      border: "0",
      float: "none",
      "box-sizing": "border-box",
      "color-scheme": "light",
    })) {
      box.style.setProperty(property, value, "important");
    }
  }
}

function dressPage(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}

type Look = Record<string, string>;

/** Every element inside, with its box and all its computed styles. */
function look(element: Element): Record<string, Look> {
  const parts = [...(element.shadowRoot?.querySelectorAll("*") ?? [])];
  return Object.fromEntries(
    parts.map((part, index) => [
      `${index} ${part.localName}.${part.getAttribute("class") ?? ""}`,
      lookOf(part),
    ]),
  );
}

function lookOf(part: Element): Look {
  const { x, y, width, height } = part.getBoundingClientRect();
  const found: Look = {
    box: [x + scrollX, y + scrollY, width, height]
      .map((length) => length.toFixed(1))
      .join(" "),
  };
  const style = getComputedStyle(part);
  for (const property of style) {
    found[property] = style.getPropertyValue(property);
  }
  return found;
}

function changes(
  before: Record<string, Look>,
  after: Record<string, Look>,
): string[] {
  return Object.entries(before).flatMap(([part, look]) =>
    Object.entries(look)
      .filter(([property, value]) => after[part]?.[property] !== value)
      .map(
        ([property, value]) =>
          `${part} ${property}: ${value} -> ${after[part]?.[property]}`,
      ),
  );
}

const hostPage = `
  <h1 class="title">Tea</h1><h2 class="headline">Green</h2>
  <p class="eyebrow">Harvested <a href="#">in May</a>, <b>by hand</b>.</p>
  <form class="row tools"><label>Name <input class="button" value="x"></label>
    <select><option>1</option></select><textarea></textarea>
    <button class="button main">Buy</button></form>
  <table class="table"><thead><tr><th>a</th><td>b</td></tr></thead></table>
  <ul class="gifts"><li>one</li></ul><section class="card share">box</section>
  <details open><summary>more</summary>text</details><dialog open>hello</dialog>`;
