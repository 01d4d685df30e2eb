import { expect, test } from "vitest";
import { eventually } from "../tests/eventually.ts";
import { me } from "./testing/fixtures.ts";
import { find, openShop, tokenOf } from "./testing/page.ts";

const token = tokenOf("hanako");
const link = "https://ref.shop.example/r/7K9M2QXB";

test("the message is shown as each channel will show it", async () => {
  const share = await openEditor("ja");
  const sent = await find(share, "[part=sent]");
  expect(sent.className).toBe("sent line");
  expect(sent.querySelector(".bubble")?.textContent).toBe(
    `【PR】紹介特典あり（私にも特典があります）\n資料請求・登録で、300円分のギフトがもらえます。「茶舗みどり」をよく利用しています。よかったら、こちらからどうぞ。\n${link}?channel=line&openExternalBrowser=1`,
  );
  for (const [label, name] of [
    ["X", "x"],
    ["WhatsApp", "whatsapp"],
    ["メール", "mail"],
  ] as const) {
    press(share, label);
    await find(share, `[part=sent].${name}`);
    expect(sent.textContent).toContain(`${link}?channel=${name}`);
  }
  expect(sent.textContent).toContain("件名：茶舗みどり");
  expect(sent.querySelector(".linked")).toBeNull();
  press(share, "X");
  expect((await find(share, ".x .linked")).textContent).toBe(
    "茶舗みどりref.shop.example",
  );
});

test("what does not fit is counted, cut and said, the disclosure never", async () => {
  const share = await openEditor("ja", "お茶".repeat(80));
  press(share, "X");
  const room = await find(share, ".room");
  expect(room.textContent).toBe("Xの上限 280 のうち 387");
  const said = await find(share, "[part=preview] [role=status]");
  expect(said.textContent).toBe("Xには長いため、終わりを「…」にして送ります。");
  const sent = await find(share, "[part=sent]");
  expect(sent.querySelector(".bubble")?.textContent).toMatch(
    /^【PR】.+\n(お茶)+お?…\nhttps/,
  );
  const editor = await find<HTMLTextAreaElement>(share, "textarea");
  editor.value = "お茶です。";
  editor.dispatchEvent(new Event("input", { bubbles: true }));
  await eventually(() =>
    expect(room.textContent).toBe("Xの上限 280 のうち 77"),
  );
  expect(said.textContent).toBe("");
});

test("a listed channel with a limit is shown too", async () => {
  const share = await openEditor("en", null, "line,bluesky");
  press(share, "Bluesky");
  expect((await find(share, ".room")).textContent).toMatch(
    /^\d+ of the 300 that Bluesky takes$/,
  );
});

async function openEditor(
  locale: string,
  text: string | null = null,
  channels = "line,x,mail",
): Promise<Element> {
  const share = openShop({
    me: me({ share: { text, disclosure: null } }),
  }).show("share", { token, locale, channels });
  (await find(share, "[part=edit] summary")).click();
  await find(share, "[part=sent]");
  return share;
}

function press(share: Element, label: string): void {
  const buttons = share.shadowRoot?.querySelectorAll<HTMLElement>(
    "[part=preview-button]",
  );
  [...(buttons ?? [])]
    .find(({ textContent }) => textContent === label)
    ?.click();
}
