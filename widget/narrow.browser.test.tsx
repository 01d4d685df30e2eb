import { expect, test } from "vitest";
import { page } from "vitest/browser";
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
