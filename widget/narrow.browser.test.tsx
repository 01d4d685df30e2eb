import { expect, onTestFinished, test, vi } from "vitest";
import { page } from "vitest/browser";
import { offer } from "./testing/fixtures.ts";
import { find, openShop, tokenOf } from "./testing/page.ts";

test.each(
  [375, 320].flatMap((width) => ["ja", "en"].map((locale) => [width, locale])),
)(
  "at %i px, %s, the code is seen whole and no channel's name is broken",
  async (width, locale) => {
    await page.viewport(Number(width), 900);
    document.body.style.margin = "0 16px";
    const share = openShop().show("share", {
      token: tokenOf("hanako"),
      locale: String(locale),
    });
    const code = await find<HTMLInputElement>(share, "[part=code]");
    expect(code.scrollWidth).toBeLessThanOrEqual(code.clientWidth);
    const tiles =
      share.shadowRoot?.querySelectorAll<HTMLElement>(".tile") ?? [];
    expect(tiles.length).toBeGreaterThan(2);
    for (const tile of tiles) {
      const name = document.createRange();
      name.selectNodeContents(tile.lastChild ?? tile);
      expect(name.getClientRects(), tile.textContent ?? "").toHaveLength(1);
    }
  },
);

const line =
  "Mozilla/5.0 (Linux; Android 15; wv) Mobile Safari/537.36 Line/15.8.0";

test.each(
  [375, 320].flatMap((width) =>
    ["ja", "en", "ko", "zh-Hans", "zh-Hant"].map((locale) => [width, locale]),
  ),
)(
  "at %i px, %s, the ways out of an app are of one height and the code is led to",
  async (width, locale) => {
    await page.viewport(Number(width), 900);
    document.body.style.margin = "0 16px";
    vi.spyOn(navigator, "userAgent", "get").mockReturnValue(line);
    onTestFinished(() => void vi.restoreAllMocks());
    const referral = { code: "7K9M2QXB", offer, from: null };
    const welcome = openShop({ referral }).show("welcome", {
      locale: String(locale),
    });
    const [open, copy] = [
      await find(welcome, "[part=in-app-button]"),
      await find(welcome, "[part=in-app-copy-button]"),
    ];
    for (const button of [open, copy]) {
      const words = document.createRange();
      words.selectNodeContents(button);
      expect(words.getClientRects(), button.textContent ?? "").toHaveLength(1);
    }
    expect(open.offsetHeight).toBe(copy.offsetHeight);
    expect(open.offsetWidth).toBe(copy.offsetWidth);
    const code = await find(welcome, ".inline-code");
    expect(code.previousSibling?.previousSibling?.textContent).toMatch(
      /[:：]$/,
    );
  },
);
