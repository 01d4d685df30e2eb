import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { eventually } from "../tests/eventually.ts";
import type { EnishiElement } from "./element.ts";
import { me, reward } from "./testing/fixtures.ts";
import { find, findText, openShop, tokenOf } from "./testing/page.ts";

const token = tokenOf("hanako");

test("a launcher counts the news and opens the screen in a dialog", async () => {
  const shop = openShop({ me: me({ rewards: [reward()] }) });
  const share = shop.show("share", { token, layout: "launcher" });
  expect((await find(share, ".badge")).textContent).toBe("1");
  expect(shop.told).toEqual([]);
  const opener = await find(share, "[part=open-button]");
  await userEvent.click(opener);
  const inner = await find<EnishiElement>(share, "dialog enishi-share");
  await findText(inner, "300円分のギフトが確定しました");
  await userEvent.keyboard("{Escape}");
  const dialog = await find<HTMLDialogElement>(share, "dialog");
  await eventually(() => expect(dialog.open).toBe(false));
  expect(share.shadowRoot?.activeElement).toBe(opener);
  // The dialog tells of its closing a task later.
  await eventually(() => expect(inner.isConnected).toBe(false));
});

test.each(["dialog", "launcher"])(
  "a %s waits for a tracker that comes later",
  async (layout) => {
    const shop = openShop();
    const page = window as unknown as { enishi?: unknown };
    const share = document.createElement("enishi-share") as EnishiElement;
    share.fetch = shop.fetch;
    share.setAttribute("layout", layout);
    share.setAttribute("token", token);
    document.body.append(share);
    expect(share.shadowRoot?.querySelector("button")).toBeNull();
    page.enishi = shop.enishi;
    document.dispatchEvent(new CustomEvent("enishi:ready"));
    await find(share, "[part=open-button]");
    delete page.enishi;
  },
);

test("a launcher that is taken away stops listening", async () => {
  const shop = openShop();
  const early = document.createElement("enishi-share") as EnishiElement;
  early.setAttribute("layout", "launcher");
  document.body.append(early);
  early.remove();
  early.enishi = shop.enishi;
  document.dispatchEvent(new CustomEvent("enishi:ready"));
  const late = shop.show("share", { token, layout: "launcher" });
  await find(late, "[part=open-button]");
  await eventually(() => expect(shop.called("GET /v1/me")).toHaveLength(1));
  late.remove();
  document.dispatchEvent(new CustomEvent("enishi:recorded"));
  await find(shop.show("progress", { token }), "h2");
  expect(shop.called("GET /v1/me")).toHaveLength(1);
  expect(early.shadowRoot?.querySelector("button")).toBeNull();
});

test("a call opens a screen over the page, and closing takes it away", async () => {
  const shop = openShop();
  const page = window as unknown as { enishi?: unknown };
  page.enishi = shop.enishi;
  const fetch = vi.spyOn(window, "fetch").mockImplementation(shop.fetch);
  shop.context = { ...shop.context, token };
  document.dispatchEvent(
    new CustomEvent("enishi:open", { detail: { surface: "progress" } }),
  );
  const opened = await eventually(() => {
    const element = document.querySelector("enishi-progress");
    if (!element) throw new Error("Expected the dialog's element.");
    return element;
  });
  await findText(await find(opened, "enishi-progress"), "紹介の状況");
  (await find(opened, ".close")).click();
  await eventually(() => expect(opened.isConnected).toBe(false));
  fetch.mockRestore();
  delete page.enishi;
});

test("over the page a short screen leaves no empty space below it", async () => {
  const shop = openShop();
  const opener = shop.show("progress", { token, layout: "dialog" });
  (await find(opener, "[part=open-button]")).click();
  const inner = await find<EnishiElement>(opener, "dialog enishi-progress");
  const card = await find(inner, ".card:has(h2)");
  expect(inner.offsetHeight).toBe(card.offsetHeight);
});
