import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { eventually } from "../tests/eventually.ts";
import { me, program } from "./testing/fixtures.ts";
import { find, openShop, tokenOf } from "./testing/page.ts";

const token = tokenOf("hanako");

function namesIn(
  element: Element,
  part: string,
): (string | null | undefined)[] {
  const buttons = element.shadowRoot?.querySelectorAll(
    `[part=${part}] [part=share-button]`,
  );
  return [...(buttons ?? [])].map((button) => button.lastChild?.textContent);
}

async function openMore(
  element: Element,
): Promise<(string | null | undefined)[]> {
  (await find<HTMLDetailsElement>(element, "details[part=more]")).open = true;
  await find(element, "[part=more-buttons] > *");
  return namesIn(element, "more-buttons");
}

test("at most four buttons are seen, the others wait behind more", async () => {
  const share = openShop().show("share", { token });
  await find(share, "[part=share-button]");
  const first = namesIn(share, "share-buttons");
  expect(first.length).toBeLessThanOrEqual(4);
  expect(first[0]).toBe("LINE");
  const others = await openMore(share);
  expect(others).toEqual(
    expect.arrayContaining(["Instagram", "Threads", "はてブ", "WhatsApp"]),
  );
  // This is a desktop, and there is no picture to pin.
  for (const hidden of ["SMS", "Pinterest", ...first]) {
    expect(others).not.toContain(hidden);
  }
});

test("the first four are the same in English", async () => {
  const share = openShop().show("share", { token, locale: "en" });
  await find(share, "[part=share-button]");
  expect(namesIn(share, "share-buttons")).toEqual([
    "LINE",
    "X",
    "Mail",
    "Facebook",
  ]);
});

test("the owner's order holds, with own channels in it, counted by name", async () => {
  const shop = openShop();
  const share = shop.show("share", {
    token,
    channels:
      "bluesky, Story=https://story.example/?u={link}, Bad=http://a.example/{link}, mail",
  });
  const own = await find<HTMLAnchorElement>(share, "[href*='story.example']");
  expect(namesIn(share, "share-buttons")).toEqual([
    "Bluesky",
    "Story",
    "メール",
  ]);
  expect(share.shadowRoot?.querySelector("[part=more]")).toBeNull();
  expect(own.href).toContain("channel%3DStory");
  own.addEventListener("click", (event) => event.preventDefault());
  own.click();
  expect(shop.told).toContainEqual([
    "share",
    { code: "7K9M2QXB", channel: "Story" },
  ]);
});

test("the programme's own list stands where the element has none, own channels and all", async () => {
  const texts = { channels: "mail,Story=https://story.example/?u={link}" };
  const share = openShop({
    me: me({ program: { ...program, texts } }),
  }).show("share", { token });
  const own = await find<HTMLAnchorElement>(share, "[href*='story.example']");
  expect(own.href).toContain("7K9M2QXB%3Fchannel%3DStory");
  expect(namesIn(share, "share-buttons")).toEqual(["メール", "Story"]);
});

test("the QR code is saved as a picture and as a drawing", async () => {
  const saved: string[] = [];
  const click = vi
    .spyOn(HTMLAnchorElement.prototype, "click")
    .mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
  const share = openShop().show("share", { token });
  (await find<HTMLDetailsElement>(share, "details[part=qr]")).open = true;
  (await find(share, "[part=savePng-button]")).click();
  (await find(share, "[part=saveSvg-button]")).click();
  await eventually(() => expect(saved.sort()).toEqual(["qr.png", "qr.svg"]));
  click.mockRestore();
});

test("for Instagram the message is copied and the QR code saved, and it is said what to do", async () => {
  const saved: string[] = [];
  const click = vi
    .spyOn(HTMLAnchorElement.prototype, "click")
    .mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
  const copied = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  const shop = openShop();
  const share = shop.show("share", { token, channels: "instagram" });
  (await find(share, "button[part=share-button]")).click();
  await eventually(() => expect(saved).toEqual(["qr.png"]));
  expect(copied.mock.calls[0]?.[0]).toMatch(
    /^【PR】.+\n.+\nhttps:\/\/ref\.shop\.example\/r\/7K9M2QXB\?channel=instagram$/,
  );
  await eventually(() =>
    expect(
      share.shadowRoot?.querySelector("[role=status]")?.textContent,
    ).toContain("QRコードの画像を保存しました"),
  );
  expect(shop.told).toContainEqual([
    "share",
    { code: "7K9M2QXB", channel: "instagram" },
  ]);
  click.mockRestore();
  copied.mockRestore();
});

test("what is printed is the code between the shop, the disclosure and the link, and leaves nothing behind", async () => {
  const share = openShop().show("share", { token });
  (await find<HTMLDetailsElement>(share, "details[part=qr]")).open = true;
  const button = await find(share, "[part=print-button]");
  let printed: string[] = [];
  const append = vi
    .spyOn(document.body, "append")
    .mockImplementation((...nodes) => {
      document.body.appendChild(nodes[0] as Node);
      const view = document.querySelector("iframe")?.contentWindow;
      if (!view) return;
      view.print = () => {
        printed = [...view.document.body.children].map(
          (line) =>
            line.textContent || (line.firstElementChild?.localName ?? ""),
        );
        view.dispatchEvent(new Event("afterprint"));
      };
    });
  button.click();
  append.mockRestore();
  expect(printed).toEqual([
    "茶舗みどり",
    "svg",
    "【PR】紹介特典あり（私にも特典があります）",
    "https://ref.shop.example/r/7K9M2QXB",
  ]);
  expect(document.querySelector("iframe")).toBeNull();
});

test("at 320 px the drawer opens by the keyboard, and every button in it can be reached", async () => {
  await page.viewport(320, 640);
  document.body.style.margin = "0";
  const share = openShop().show("share", { token });
  (await find(share, "[part=more] summary")).focus();
  await userEvent.keyboard("{Enter}");
  await find(share, "[part=more-buttons] > *");
  const buttons = [
    ...(share.shadowRoot?.querySelectorAll<HTMLElement>(
      "[part=more-buttons] > *",
    ) ?? []),
  ];
  for (const button of buttons) {
    await userEvent.keyboard("{Tab}");
    expect(share.shadowRoot?.activeElement).toBe(button);
    const { left, right, height } = button.getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(320);
    expect(height).toBeGreaterThanOrEqual(44);
    // No name is broken where it has no space.
    expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth);
  }
  expect(buttons.length).toBeGreaterThan(8);
});
