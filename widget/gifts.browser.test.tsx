import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { eventually } from "../tests/eventually.ts";
import { me, receipt, reward } from "./testing/fixtures.ts";
import { find, findText, openShop, textOf, tokenOf } from "./testing/page.ts";

const token = tokenOf("hanako");
const giftCode = "GIFT-7Q2K-9XPD";
const giftUrl = "https://gift.example/redeem";
const rewards = [reward({ giftCode, giftUrl, receipt: receipt() })];

test("a gift's code is shown and copied, and told to nobody", async () => {
  const shop = openShop({ me: me({ rewards }) });
  const screen = shop.show("reward", { token });
  await findText(screen, "コードをお使いいただけます。");
  const field = await find<HTMLInputElement>(screen, "[part=gift-code]");
  expect(field.value).toBe(giftCode);
  const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  const button = await find(screen, "[part=copyGift-button]");
  await userEvent.click(button);
  await eventually(() => expect(button.textContent).toBe("コピーしました"));
  expect(write).toHaveBeenCalledWith(giftCode);
  write.mockRestore();
  expect(JSON.stringify(shop.told)).not.toContain(giftCode);
  expect(shop.told.map(([name]) => name)).not.toContain("copy");
});

test("where the browser refuses to copy, the gift's code is selected", async () => {
  const screen = openShop({ me: me({ rewards }) }).show("reward", { token });
  const modern = vi
    .spyOn(navigator.clipboard, "writeText")
    .mockRejectedValue(new DOMException("", "NotAllowedError"));
  const old = vi.spyOn(document, "execCommand").mockReturnValue(false);
  (await find(screen, "[part=copyGift-button]")).click();
  await findText(screen, "コピーできませんでした。");
  modern.mockRestore();
  old.mockRestore();
  const field = await find<HTMLInputElement>(screen, "[part=gift-code]");
  expect(field.selectionEnd).toBe(giftCode.length);
});

test("the way to where the gift is used is a link apart from the page", async () => {
  const screen = openShop({ me: me({ rewards }) }).show("reward", {
    token,
    locale: "en",
  });
  const link = await find<HTMLAnchorElement>(screen, "[part=gift-link]");
  expect(link.href).toBe(giftUrl);
  expect(link.target).toBe("_blank");
  expect(link.relList.contains("noopener")).toBe(true);
  expect(link.textContent).toBe("Use it here (opens a new tab)");
});

test.each(["javascript:alert(1)", "data:text/html,x", "//gift.example"])(
  "%s is no place to use a gift",
  async (giftUrl) => {
    const rewards = [reward({ giftCode, giftUrl })];
    const screen = openShop({ me: me({ rewards }) }).show("reward", { token });
    await find(screen, "[part=gift-code]");
    expect(screen.shadowRoot?.querySelector("[part=gift-link]")).toBeNull();
  },
);

test("nothing that is shared has the gift's code in it", async () => {
  const shop = openShop({ me: me({ rewards }) });
  const screen = shop.show("reward", { token });
  const links = await find(screen, "[part=share-buttons]");
  for (const { href } of links.querySelectorAll("a")) {
    expect(decodeURIComponent(href)).not.toContain(giftCode);
  }
  (await find<HTMLDetailsElement>(screen, "[part=edit]")).open = true;
  const message = await find<HTMLTextAreaElement>(screen, "textarea");
  expect(message.value).not.toContain(giftCode);
});

test("the code can be found again among the member's rewards", async () => {
  const progress = openShop({ me: me({ rewards }) }).show("progress", {
    token,
  });
  (await find(progress, "[part=rewards] summary")).click();
  const field = await find<HTMLInputElement>(progress, "[part=gift-code]");
  expect(field.value).toBe(giftCode);
  expect(field.checkVisibility()).toBe(true);
});

test.each([
  ["ja", "新茶セットが確定しました"],
  ["en", "You earned 新茶セット"],
])("a perk is called by its name, %s", async (locale, words) => {
  const perk = reward({ kind: "perk", amountMinor: 0, name: "新茶セット" });
  const shop = openShop({ me: me({ rewards: [perk] }) });
  await findText(shop.show("reward", { token, locale }), words);
});

test.each([
  ["ja", "raffle", "さらに、「京都旅行」の抽選が1口付きます。"],
  ["en", "raffle", "And one entry in the draw for 京都旅行."],
  ["ja", "perk", "さらに、「京都旅行」が付きます。"],
  ["en", "perk", "And, on top of it, 京都旅行."],
] as const)(
  "what became of the part above the cap is said, %s, %s",
  async (locale, kind, words) => {
    const overflow = { kind, name: "京都旅行", valueMinor: 30_000 };
    const shop = openShop({ me: me({ rewards: [reward({ overflow })] }) });
    await findText(shop.show("reward", { token, locale }), words);
  },
);

test("a reward that was taken back promises no draw", async () => {
  const overflow = { kind: "raffle", name: "京都旅行", valueMinor: 1 } as const;
  const rewards = [reward({ overflow, state: "void", because: "refunded" })];
  const screen = openShop({ me: me({ rewards }) }).show("reward", { token });
  await find(screen, ".earned");
  expect(textOf(screen)).not.toContain("京都旅行");
});

test.each([
  [Date.UTC(2099, 2, 31, 3), "2099年3月31日までお使いいただけます。"],
  [Date.UTC(2020, 2, 31, 3), "2020年3月31日で使用期限が切れました。"],
])("it is said until when the code can be used: %i", async (at, words) => {
  const gift = reward({ giftCode: "GIFT-7Q2K", giftExpiresAt: at });
  const shop = openShop({ me: me({ rewards: [gift] }) });
  const screen = shop.show("reward", { token });
  await findText(screen, words);
  const isOver = at < Date.now();
  expect((await find(screen, "[part=gift-until]")).className).toBe(
    isOver ? "wrong" : "hint",
  );
  expect(textOf(screen).includes("コードをお使いいただけます。")).toBe(!isOver);
});
