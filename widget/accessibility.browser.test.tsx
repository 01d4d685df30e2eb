import axe from "axe-core";
import { expect, test } from "vitest";
import {
  dispute,
  friend,
  me,
  offer,
  program,
  receipt,
  reward,
} from "./testing/fixtures.ts";
import { find, openShop, type Shop, tokenOf } from "./testing/page.ts";

const token = tokenOf("hanako");
const rewards = [
  reward({
    giftCode: "GIFT-7Q2K-9XPD",
    giftUrl: "https://gift.example/",
    overflow: { kind: "raffle", name: "京都旅行", valueMinor: 30_000 },
    receipt: receipt({ cappedBy: ["cap_fixed"] }),
  }),
  reward({ id: "rwd_2", state: "pending", because: "unverified" }),
  reward({ id: "rwd_3", state: "void", because: "refunded" }),
];
const friends = [friend()];
const disputes = [
  dispute({ id: "dsp_1", message: "日曜日に紹介しました。" }),
  dispute({
    id: "dsp_2",
    about: "rwd_3",
    message: "返品していません。",
    state: "upheld",
    answer: "手違いでした。",
    answeredAt: 1,
  }),
];
const referral = { code: "7K9M2QXB", offer, from: "はなこ" };

const screens: [
  name: string,
  surface: string,
  attributes: Record<string, string>,
  shop: Partial<Shop>,
  ready: string,
][] = [
  ["share", "share", { token }, {}, "h2"],
  ["join", "share", {}, {}, "form"],
  ["news", "share", { token }, { me: me({ rewards }) }, ".earned"],
  ["reward", "reward", { token }, {}, "h2"],
  [
    "progress",
    "progress",
    { token },
    { me: me({ rewards, friends, disputes }) },
    "h2",
  ],
  ["test site", "share", { token }, { me: me({ test: true }) }, ".test"],
  [
    "paused",
    "share",
    { token },
    { me: me({ program: { ...program, state: "paused" } }) },
    "h2",
  ],
  ["failed", "share", { token }, { me: 500 }, "[role=alert]"],
  ["welcome", "welcome", {}, { referral }, "h2"],
  [
    "code",
    "code",
    {},
    { referral, check: { valid: false, because: "unknown_code" } },
    ".wrong",
  ],
];

for (const scheme of ["light", "dark"]) {
  for (const locale of ["ja", "en"]) {
    test.each(screens)(
      `%s has no fault that axe finds, ${scheme}, ${locale}`,
      async (_, surface, attributes, shop, ready) => {
        document.documentElement.style.cssText = `color-scheme: ${scheme}; background: Canvas`;
        const element = openShop(shop).show(surface, { ...attributes, locale });
        await find(element, ready);
        openDrawers(element);
        if (element.shadowRoot?.querySelector("[part=qr]")) {
          await find(element, "[part=edit] textarea");
          await find(element, "svg.qr");
        }
        await openReceipts(element);
        const { violations } = await axe.run(element, {
          runOnly: [
            "wcag2a",
            "wcag2aa",
            "wcag21aa",
            "wcag22aa",
            "best-practice",
          ],
        });
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

test("every target is at least 44 pixels high", async () => {
  for (const [, surface, attributes, shop, ready] of screens) {
    const element = openShop(shop).show(surface, attributes);
    await find(element, ready);
    await openReceipts(element);
    for (const target of element.shadowRoot?.querySelectorAll<HTMLElement>(
      "button, a, summary, textarea, input:not([type=checkbox]), .tick",
    ) ?? []) {
      expect(target.offsetHeight, target.outerHTML).toBeGreaterThanOrEqual(44);
    }
    element.remove();
    localStorage.clear();
  }
});

async function openReceipts(element: Element): Promise<void> {
  if (!element.shadowRoot?.querySelector("[part=receipt]")) return;
  openDrawers(element);
  await find(element, "[part=gift-code]");
  openDrawers(element);
  await find(element, "[part=dispute] textarea");
}

function openDrawers(element: Element): void {
  const drawers = element.shadowRoot?.querySelectorAll("details") ?? [];
  for (const drawer of drawers) drawer.open = true;
}
