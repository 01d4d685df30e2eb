import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { eventually } from "../tests/eventually.ts";
import { me, points, program, reward } from "./testing/fixtures.ts";
import { find, findText, openShop, tokenOf } from "./testing/page.ts";

const token = tokenOf("hanako");

function hrefs(element: Element): string[] {
  const links = element.shadowRoot?.querySelectorAll<HTMLAnchorElement>(
    "[part=share-buttons] a",
  );
  return [...(links ?? [])].map((link) => link.href);
}

test("a signed token joins and shows benefit, link, code and buttons", async () => {
  const shop = openShop();
  const share = shop.show("share", { token });
  const shown = await findText(
    share,
    "お友だちとあなたに、それぞれ300円分のギフト。",
  );
  expect(shown).toContain("購入金額の1.2%分のポイント（上限20,000円）");
  expect((await find<HTMLInputElement>(share, "input[part=link]")).value).toBe(
    "https://ref.shop.example/r/7K9M2QXB",
  );
  expect((await find<HTMLInputElement>(share, "input[part=code]")).value).toBe(
    "7K9M2QXB",
  );
  expect(shop.called("POST /v1/members")[0]?.body).toEqual({
    site: "pk_test",
    visitor: "vis_1",
    token,
  });
  for (const { init } of shop.calls) expect(init.credentials).toBe("omit");
});

test("four elements on a page join once and read once", async () => {
  const shop = openShop();
  const elements = ["share", "share", "reward", "progress"].map((surface) =>
    shop.show(surface, { token }),
  );
  for (const element of elements) await find(element, "h2");
  expect(shop.called("POST /v1/members")).toHaveLength(1);
  expect(shop.called("GET /v1/me")).toHaveLength(1);
});

test("the member token is kept on the device, for its own person only", async () => {
  await find(openShop().show("share", { token }), "h2");
  const again = openShop();
  await find(again.show("share", { token: tokenOf("hanako") }), "h2");
  expect(again.called("POST /v1/members")).toHaveLength(0);
  const other = openShop();
  await find(other.show("share", { token: tokenOf("taro") }), "h2");
  expect(other.called("POST /v1/members")).toHaveLength(1);
});

test("without consent nothing is written to the device", async () => {
  const shop = openShop();
  shop.context = { ...shop.context, mayStore: false };
  await find(shop.show("share", { token }), "h2");
  expect(localStorage).toHaveLength(0);
});

test("a revoked member token is joined anew", async () => {
  await find(openShop().show("share", { token }), "h2");
  const shop = openShop({ me: 401 });
  const share = shop.show("share", { token });
  await eventually(() =>
    expect(shop.called("POST /v1/members")).toHaveLength(1),
  );
  await findText(share, "うまく読み込めませんでした。");
});

test("identify shows the share screen where the join form was", async () => {
  const shop = openShop();
  const share = shop.show("share");
  await find(share, "form");
  document.dispatchEvent(
    new CustomEvent("enishi:identify", { detail: { token } }),
  );
  await find(share, "input[part=link]");
});

test("share links are exact in Japanese", async () => {
  const share = openShop().show("share", { token });
  await find(share, "[part=share-buttons] a");
  const line = new URL(hrefs(share)[0] ?? "");
  expect(line.origin + line.pathname).toBe(
    "https://social-plugins.line.me/lineit/share",
  );
  expect(line.searchParams.get("url")).toBe(
    "https://ref.shop.example/r/7K9M2QXB?channel=line&openExternalBrowser=1",
  );
  expect(line.searchParams.get("text")).toBe(
    "【PR】紹介特典あり（私にも特典があります）\n資料請求・登録で、300円分のギフトがもらえます。「茶舗みどり」をよく利用しています。よかったら、こちらからどうぞ。",
  );
});

test("share links are exact in English, in the owner's order", async () => {
  const share = openShop().show("share", {
    token,
    locale: "en",
    channels: "mail, x",
  });
  await findText(share, "Give a ¥300 gift, and get the same yourself.");
  const [mail, x, ...others] = hrefs(share);
  expect(others).toEqual([]);
  expect(decodeURIComponent(mail ?? "")).toBe(
    "mailto:?subject=茶舗みどり&body=[Ad] Referral offer: I get a reward too\r\nOn a request or sign-up, you get a ¥300 gift. I like 茶舗みどり. Here is my link, in case you would like to try it:\r\n\r\nhttps://ref.shop.example/r/7K9M2QXB?channel=mail",
  );
  expect(new URL(x ?? "").searchParams.get("url")).toBe(
    "https://ref.shop.example/r/7K9M2QXB?channel=x",
  );
});

test("links open apart from the page, and say so to screen readers", async () => {
  const share = openShop().show("share", { token });
  const line = await find<HTMLAnchorElement>(share, "[part=share-button]");
  expect(line.target).toBe("_blank");
  expect(line.rel).toBe("noopener noreferrer");
  expect(line.getAttribute("aria-label")).toBe(
    "LINEで送る（新しいタブで開きます）",
  );
});

test("a click on a channel is told to the tracker", async () => {
  const shop = openShop();
  const share = shop.show("share", { token });
  const line = await find(share, "[part=share-button]");
  line.addEventListener("click", (event) => event.preventDefault());
  line.click();
  expect(shop.told).toContainEqual([
    "share",
    { code: "7K9M2QXB", channel: "line" },
  ]);
});

test("the words can be changed, the disclosure cannot be lost", async () => {
  const shop = openShop();
  shop.me = me({
    program: { ...program, texts: { disclosure: " " } },
    share: { text: "お店の言葉", disclosure: "" },
  });
  const share = shop.show("share", { token });
  (await find<HTMLDetailsElement>(share, "details[part=edit]")).open = true;
  const field = await find<HTMLTextAreaElement>(share, "textarea");
  expect(field.value).toBe("お店の言葉");
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await eventually(() =>
    expect(new URL(hrefs(share)[0] ?? "").searchParams.get("text")).toBe(
      "【PR】紹介特典あり（私にも特典があります）",
    ),
  );
});

test("copying says so to everybody and is told to the tracker", async () => {
  const shop = openShop();
  const share = shop.show("share", { token });
  const status = await find(share, "[role=status]");
  const button = await find<HTMLButtonElement>(share, "[part=copy-button]");
  await userEvent.click(button);
  await eventually(() => expect(status.textContent).toBe("コピーしました"));
  expect(button.textContent).toBe("コピーしました");
  expect(shop.told).toContainEqual(["copy", { code: "7K9M2QXB" }]);
});

test("where the browser refuses to copy, the link is selected and it is said", async () => {
  const share = openShop().show("share", { token });
  const modern = vi
    .spyOn(navigator.clipboard, "writeText")
    .mockRejectedValue(new DOMException("", "NotAllowedError"));
  const old = vi.spyOn(document, "execCommand").mockReturnValue(false);
  (await find(share, "[part=copy-button]")).click();
  await findText(share, "コピーできませんでした。");
  modern.mockRestore();
  old.mockRestore();
  const field = await find<HTMLInputElement>(share, "input[part=link]");
  expect(field.selectionEnd).toBe(field.value.length);
});

test("the QR code leads to the member's link", async () => {
  const share = openShop().show("share", { token });
  (await find<HTMLDetailsElement>(share, "details[part=qr]")).open = true;
  const code = await find(share, "svg.qr");
  expect(code.getAttribute("aria-label")).toContain("/r/7K9M2QXB");
});

test("the owner's texts beat the built-in words", async () => {
  const texts = { same: "一緒に{friend}" };
  const shop = openShop({ me: me({ program: { ...program, texts } }) });
  await findText(shop.show("share", { token }), "一緒に300円分のギフト");
});

test("a rate is shown as a share of the price", async () => {
  const offer = { ...program.offer, friend: points, referrer: null };
  const shop = openShop({ me: me({ program: { ...program, offer } }) });
  await findText(
    shop.show("share", { token, locale: "en" }),
    "Give a friend 1.2% of the price in points (up to ¥20,000).",
  );
});

test("a view is told once, with the member's code", async () => {
  const shop = openShop();
  const share = shop.show("share", { token });
  await find(share, "h2");
  await eventually(() => expect(shop.told).toHaveLength(1));
  document.dispatchEvent(new CustomEvent("enishi:recorded"));
  await eventually(() => expect(shop.called("GET /v1/me")).toHaveLength(2));
  expect(shop.told).toEqual([["view", { surface: "share", code: "7K9M2QXB" }]]);
});

test("news makes it the reward screen, once; a button leads back", async () => {
  const shop = openShop();
  const share = shop.show("share", { token });
  await find(share, "h2");
  const heard = vi.fn();
  document.addEventListener("enishi:reward", heard, { once: true });
  shop.me = me({ rewards: [reward()] });
  document.dispatchEvent(new CustomEvent("enishi:recorded"));
  await findText(share, "300円分のギフトが確定しました");
  expect(heard.mock.calls[0]?.[0].detail.rewards).toHaveLength(1);
  await eventually(() =>
    expect(shop.called("PATCH /v1/me")[0]?.body).toEqual({ seen: ["rwd_1"] }),
  );
  (await find(share, "button.plain")).click();
  await findText(share, "お友だちとあなたに");
  await eventually(() =>
    expect(share.shadowRoot?.activeElement?.localName).toBe("h2"),
  );
  expect(shop.called("PATCH /v1/me")).toHaveLength(1);
  // Confirmed was seen; paid is news again.
  shop.me = me({ rewards: [reward({ state: "paid" })] });
  document.dispatchEvent(new CustomEvent("enishi:recorded"));
  await findText(share, "300円分のギフトをお渡ししました");
});

test("a paused programme says so and sends nothing", async () => {
  const paused = { ...program, state: "paused" as const };
  const shop = openShop({ me: me({ program: paused }) });
  const share = shop.show("share", { token });
  await findText(share, "お休みしています");
  expect(hrefs(share)).toEqual([]);
});

test("a failure can be tried again", async () => {
  const shop = openShop({ me: 500 });
  const share = shop.show("share", { token });
  await findText(share, "うまく読み込めませんでした。");
  shop.me = me();
  (await find(share, "button")).click();
  await find(share, "input[part=link]");
});

test("nothing is rejected into the page where the tracker is silent", async () => {
  const rejected = vi.fn();
  addEventListener("unhandledrejection", rejected);
  const shop = openShop();
  shop.enishi = (async () => undefined) as typeof shop.enishi;
  await findText(
    shop.show("share", { token, locale: "ja" }),
    "うまく読み込めませんでした。",
  );
  expect(rejected).not.toHaveBeenCalled();
  removeEventListener("unhandledrejection", rejected);
});

test("a hostile stylesheet of the page changes nothing inside", async () => {
  const style = document.createElement("style");
  style.textContent =
    "* { all: unset !important; color: lime !important; font-size: 3px !important }";
  document.head.append(style);
  const share = openShop().show("share", { token });
  const heading = await find(share, "h2");
  const button = await find(share, "[part=copy-button]");
  expect(getComputedStyle(heading).color).toBe("rgb(38, 34, 33)");
  expect(button.offsetHeight).toBeGreaterThanOrEqual(44);
  style.remove();
});

test.each([300, 375, 700])(
  "nothing moves when the screen comes, at %i px",
  async (width) => {
    // Its end is in sight.
    await page.viewport(width, 1400);
    document.body.style.margin = "0";
    const shop = openShop();
    const share = shop.show("share", { token });
    const before = share.offsetHeight;
    await find(share, "h2");
    expect(share.offsetHeight).toBe(before);
  },
);

test("a placeholder becomes the element, with its attributes", async () => {
  const place = document.createElement("div");
  place.dataset.enishi = "share";
  place.dataset.locale = "en";
  document.body.append(place);
  await eventually(() =>
    expect(place.firstElementChild?.outerHTML).toBe(
      '<enishi-share locale="en"></enishi-share>',
    ),
  );
});
