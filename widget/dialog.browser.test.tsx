import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
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
  await vi.waitFor(() => expect(dialog.open).toBe(false));
  expect(share.shadowRoot?.activeElement).toBe(opener);
  expect(inner.isConnected).toBe(false);
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
  const opened = await vi.waitFor(() => {
    const element = document.querySelector("enishi-progress");
    if (!element) throw new Error("Expected the dialog's element.");
    return element;
  });
  await findText(await find(opened, "enishi-progress"), "紹介の状況");
  (await find(opened, ".close")).click();
  await vi.waitFor(() => expect(opened.isConnected).toBe(false));
  fetch.mockRestore();
  delete page.enishi;
});
