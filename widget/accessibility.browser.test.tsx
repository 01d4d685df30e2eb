import axe from "axe-core";
import { afterEach, expect, test, vi } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import { languages } from "./languages.ts";
import { find, openShop } from "./testing/page.ts";
import { openEverything, playedScreens } from "./testing/screens.ts";

// Much is compared: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000 });

/** What a person may tell the browser, by the names of media queries. */
function prefer(features: Record<string, string>): Promise<unknown> {
  return (
    cdp() as unknown as {
      send(method: string, params: object): Promise<unknown>;
    }
  ).send("Emulation.setEmulatedMedia", {
    features: Object.entries(features).map(([name, value]) => ({
      name,
      value,
    })),
  });
}

afterEach(async () => {
  await prefer({
    "forced-colors": "none",
    "prefers-reduced-motion": "no-preference",
  });
  await page.viewport(414, 896);
});

const rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

for (const scheme of ["light", "dark"]) {
  for (const locale of Object.keys(languages.words ?? {})) {
    test.each(playedScreens)(
      `$name has no fault that axe finds, ${scheme}, ${locale}`,
      async (screen) => {
        document.documentElement.style.cssText = `color-scheme: ${scheme}; background: Canvas`;
        const element = await draw(screen, { locale });
        const { violations } = await axe.run(element, { runOnly: rules });
        expect(
          violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
          ),
        ).toEqual([]);
      },
    );
  }
}

test.each(playedScreens)(
  "every target of $name is at least 44 pixels high",
  async (screen) => {
    const element = await draw(screen);
    for (const target of targetsOf(element)) {
      const label = target.closest<HTMLElement>(".tick") ?? target;
      expect(label.offsetHeight, target.outerHTML).toBeGreaterThanOrEqual(44);
      expect(target.offsetWidth, target.outerHTML).toBeGreaterThanOrEqual(22);
    }
  },
);

test.each(playedScreens)(
  "the tab key walks through $name in order, shows where it is, and gets out",
  async (screen) => {
    const before = button("before");
    const element = await draw(screen);
    const after = button("after");
    const wanted = targetsOf(element);
    before.focus();
    const walked: Element[] = [];
    for (;;) {
      await userEvent.keyboard("{Tab}");
      const focused = element.shadowRoot?.activeElement;
      if (!focused) break;
      walked.push(focused);
      expect(walked.length).toBeLessThanOrEqual(wanted.length);
      const style = getComputedStyle(focused);
      expect(style.outlineStyle, focused.outerHTML).toBe("solid");
      expect(Number.parseFloat(style.outlineWidth)).toBeGreaterThanOrEqual(3);
      const { top, bottom } = focused.getBoundingClientRect();
      expect(bottom > 0 && top < innerHeight, focused.outerHTML).toBe(true);
    }
    expect(walked).toEqual(wanted);
    expect(document.activeElement).toBe(after);
    await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
    expect(element.shadowRoot?.activeElement ?? after).toBe(
      wanted.at(-1) ?? after,
    );
  },
);

test.each(playedScreens)(
  "where colours are forced $name keeps its borders and its focus",
  async (screen) => {
    await prefer({ "forced-colors": "active" });
    expect(matchMedia("(forced-colors: active)").matches).toBe(true);
    const element = await draw(screen);
    for (const box of element.shadowRoot?.querySelectorAll(
      ".card, .button, input:not([type=checkbox]), textarea, .badge, .state, .test",
    ) ?? []) {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(box);
      expect(borderTopStyle, box.outerHTML).toMatch(/solid|dashed/);
      expect(Number.parseFloat(borderTopWidth)).toBeGreaterThanOrEqual(1);
    }
    const [first] = targetsOf(element);
    if (!first) return;
    button("before").focus();
    first.focus({ focusVisible: true } as FocusOptions);
    expect(getComputedStyle(first).outlineStyle).toBe("solid");
  },
);

test("whoever wants no motion gets none", async () => {
  await prefer({ "prefers-reduced-motion": "reduce" });
  for (const screen of playedScreens) {
    const element = await draw(screen);
    const moving = element.shadowRoot?.getAnimations?.() ?? [];
    expect(moving, screen.name).toEqual([]);
    for (const part of element.shadowRoot?.querySelectorAll("*") ?? []) {
      const { animationName, transitionDuration } = getComputedStyle(part);
      expect(animationName).toBe("none");
      expect(Number.parseFloat(transitionDuration)).toBe(0);
    }
    element.remove();
    localStorage.clear();
  }
});

test.each(
  [
    { how: "320 px wide", width: 320, zoom: 1 },
    { how: "280 px wide", width: 280, zoom: 1 },
    { how: "640 px wide at 200 %", width: 640, zoom: 2 },
    { how: "1280 px wide at 400 %", width: 1280, zoom: 4 },
  ].flatMap((size) =>
    playedScreens.map((screen) => ({ ...size, name: screen.name, screen })),
  ),
)(
  "$name needs no scrolling to the side, $how",
  async ({ width, zoom, screen }) => {
    await page.viewport(width, 800);
    document.body.style.margin = "0";
    document.documentElement.style.setProperty("zoom", String(zoom));
    const element = await draw(screen);
    const root = document.documentElement;
    expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
    for (const part of element.shadowRoot?.querySelectorAll(
      ".root *:not(svg *, .unseen)",
    ) ?? []) {
      const { left, right } = part.getBoundingClientRect();
      expect(left, part.outerHTML).toBeGreaterThanOrEqual(-0.5);
      expect(right, part.outerHTML).toBeLessThanOrEqual(width + 0.5);
    }
  },
);

test("text that a reader spaces out is not cut off", async () => {
  await page.viewport(320, 800);
  const spacing = new CSSStyleSheet();
  spacing.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }",
  );
  for (const screen of playedScreens) {
    const element = await draw(screen);
    const sheets = element.shadowRoot?.adoptedStyleSheets ?? [];
    sheets.push(spacing);
    for (const part of element.shadowRoot?.querySelectorAll<HTMLElement>(
      // The thread reaches over into the next cell.
      ".root *:not(svg, svg *, .unseen, input, textarea, th:has(.tie))",
    ) ?? []) {
      expect(part.scrollWidth, part.outerHTML).toBeLessThanOrEqual(
        Math.max(
          part.clientWidth,
          Math.ceil(part.getBoundingClientRect().width),
        ),
      );
    }
    element.remove();
    localStorage.clear();
  }
});

async function draw(
  { surface, attributes, shop, ready }: (typeof playedScreens)[number],
  more: Record<string, string> = {},
) {
  const element = openShop(shop).show(surface, { ...attributes, ...more });
  await find(element, ready);
  await openEverything(element);
  return element;
}

/** What can be operated, in the order in which it is there. */
function targetsOf(element: Element): HTMLElement[] {
  const found = element.shadowRoot?.querySelectorAll<HTMLElement>(
    "button:not(:disabled), a, summary, textarea, input",
  );
  return [...(found ?? [])].filter((target) => target.checkVisibility());
}

function button(text: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.textContent = text;
  document.body.append(made);
  return made;
}
