import { beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { eventually } from "../tests/eventually.ts";
import type { EnishiElement } from "./element.ts";
import { me, reward } from "./testing/fixtures.ts";
import {
  find,
  findText,
  openShop,
  type Shop,
  tokenOf,
} from "./testing/page.ts";

const token = tokenOf("hanako");
const hour = 3_600_000;
let count = 0;
let shop: Shop;

beforeEach(() => {
  // A reward of its own: what a page has waved away it remembers.
  count += 1;
  shop = openShop({ me: me({ rewards: [reward({ id: `rwd_${count}` })] }) });
});

test("news comes as a dialog where the owner wants it, and the page stays where it is", async () => {
  const wide = document.createElement("p");
  wide.style.height = "3000px";
  document.body.append(wide);
  const { clientWidth } = document.documentElement;
  shop.show("share", { token, news: "dialog", hours: "0" });
  const over = await comeOver("overlay");
  const inner = await find<EnishiElement>(over, "dialog enishi-reward");
  await findText(inner, "300円分のギフトが確定しました");
  const { style } = document.documentElement;
  expect(style.overflow).toBe("hidden");
  expect(document.documentElement.clientWidth).toBe(clientWidth);
  await userEvent.keyboard("{Escape}");
  await eventually(() => expect(over.isConnected).toBe(false));
  expect(style.overflow).toBe("");
});

test("meanwhile the screen in the page stays what it is", async () => {
  const share = shop.show("share", { token, news: "toast", hours: "0" });
  await comeOver("toast");
  await findText(share, "お友だちとあなたに、それぞれ300円分のギフト。");
});

test("a toast says what was earned, takes no focus, and leads to it", async () => {
  const field = document.createElement("input");
  document.body.append(field);
  field.focus();
  shop.show("progress", { token, news: "toast", hours: "0" });
  const toast = await comeOver("toast");
  await findText(toast, "300円分のギフトが確定しました");
  expect(document.activeElement).toBe(field);
  const { bottom } = (await find(toast, ".toast")).getBoundingClientRect();
  expect(innerHeight - bottom).toBeGreaterThanOrEqual(0);
  expect(innerHeight - bottom).toBeLessThan(40);
  (await find(toast, "[part=toast-button]")).click();
  const over = await comeOver("overlay");
  await find(over, "dialog[open]");
  expect(toast.isConnected).toBe(false);
});

test("what was waved away never comes again, what is new does", async () => {
  const first = shop.show("progress", { token, news: "toast", hours: "0" });
  const toast = await comeOver("toast");
  (await find(toast, ".close")).click();
  expect(toast.isConnected).toBe(false);
  expect(JSON.parse(localStorage._enishi_news).dismissed).toContain(
    `rwd_${count}confirmed`,
  );
  first.remove();
  const again = shop.show("progress", { token, news: "toast", hours: "0" });
  await find(again, "h2");
  expect(document.querySelector("[layout=toast]")).toBeNull();
  shop.me = me({ rewards: [reward({ id: `rwd_${count}`, state: "paid" })] });
  document.dispatchEvent(new CustomEvent("enishi:recorded"));
  await findText(await comeOver("toast"), "お渡ししました");
});

test.each([
  { ago: 1, comes: false },
  { ago: 25, comes: true },
])("after $ago hours another one comes: $comes", async ({ ago, comes }) => {
  localStorage._enishi_news = JSON.stringify({
    at: Date.now() - ago * hour,
    dismissed: [],
  });
  const progress = shop.show("progress", { token, news: "toast" });
  await find(progress, "h2");
  if (comes) await comeOver("toast");
  else expect(document.querySelector("[layout=toast]")).toBeNull();
});

test("what was waved away is still a button away", async () => {
  const progress = shop.show("progress", { token, news: "toast", hours: "0" });
  (await find(await comeOver("toast"), ".close")).click();
  (await find(progress, "[part=next] > .main")).click();
  await findText(progress, "300円分のギフトが確定しました");
  (await find(progress, ".plain")).click();
  await find(progress, "[part=totals]");
  expect(progress.shadowRoot?.querySelector("[part=next] > .main")).toBeNull();
});

test("what the launcher's badge told of is what it opens, then the badge is gone", async () => {
  const launcher = shop.show("progress", { token, layout: "launcher" });
  await find(launcher, ".badge");
  (await find(launcher, "[part=open-button]")).click();
  const inner = await find<EnishiElement>(launcher, "dialog enishi-progress");
  await findText(inner, "300円分のギフトが確定しました");
  await eventually(() =>
    expect(launcher.shadowRoot?.querySelector(".badge")).toBeNull(),
  );
  (await find(inner, ".plain")).click();
  await find(inner, "[part=totals]");
});

test("the standing says what is best next, with the link at hand", async () => {
  shop.me = me();
  const progress = shop.show("progress", { token });
  await findText(
    progress,
    "お友だちの資料請求・登録で、あなたに300円分のギフト。",
  );
  const link = await find<HTMLInputElement>(progress, "input[part=link]");
  expect(link.value).toBe("https://ref.shop.example/r/7K9M2QXB");
  await find(progress, "[part=copy-button]");
  await find(progress, "[part=share-button]");
});

test("of several rewards the gift that can be used comes first, the share buttons after it", async () => {
  shop.me = me({
    rewards: [
      reward({ id: `rwd_${count}`, state: "void", because: "refunded" }),
      reward({ id: `rwd_${count}b`, giftCode: "GIFT-7Q2K" }),
    ],
  });
  const screen = shop.show("reward", { token });
  await findText(screen, "特典のお知らせ (2)");
  const parts = [...(screen.shadowRoot?.querySelectorAll("[part]") ?? [])]
    .map((element) => element.getAttribute("part"))
    .filter((part) => /^(gift|copy-button|reward)$/.test(part ?? ""));
  expect(parts).toEqual(["reward", "gift", "copy-button", "reward"]);
});

test("without consent nothing is written to the device", async () => {
  shop.context = { ...shop.context, mayStore: false };
  shop.show("progress", { token, news: "toast", hours: "0" });
  (await find(await comeOver("toast"), ".close")).click();
  expect(localStorage.length).toBe(0);
});

test("an open dialog that is taken away lets the page scroll again", async () => {
  const opener = shop.show("progress", { token, layout: "dialog" });
  (await find(opener, "[part=open-button]")).click();
  const { style } = document.documentElement;
  expect(style.overflow).toBe("hidden");
  opener.remove();
  await eventually(() => expect(style.overflow).toBe(""));
});

function comeOver(layout: string): Promise<EnishiElement> {
  return eventually(() => {
    const element = document.querySelector<EnishiElement>(
      `enishi-reward[layout=${layout}]`,
    );
    if (!element?.shadowRoot?.querySelector(".root > *")) {
      throw new Error(`Expected the ${layout}.`);
    }
    return element;
  });
}
