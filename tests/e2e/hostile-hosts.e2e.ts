import type { Locator } from "playwright";
import { expect, test } from "vitest";
import { signToken } from "../site-api.ts";
import { shopUrl } from "./world.ts";
import { worldOfTests } from "./world-of-tests.ts";

const world = worldOfTests();

test("on a page of wild styles the screens look as on a plain one", async () => {
  const plain = await visit("four-widgets.html", "wild-styles");
  const wild = await visit("wild-styles.html", "wild-styles");
  const looks = [];
  for (const { page } of [plain, wild]) {
    const share = page.locator("enishi-share").first();
    await share.locator("[part=code]").waitFor();
    looks.push(await look(share));
  }
  expect(looks[1]).toEqual(looks[0]);
  const open = wild.page.locator("enishi-progress [part=open-button]");
  await open.click();
  await wild.page.locator("enishi-progress enishi-progress h2").waitFor();
  await wild.page.keyboard.press("Escape");
  await expect.poll(() => wild.page.locator("dialog[open]").count()).toBe(0);
  expect(wild.problems).toEqual([]);
});

test("on a page of wild scripts the screens come, and say what the page does not let them do", async () => {
  const { page, problems } = await visit("wild-scripts.html", "wild-scripts");
  const share = page.locator("enishi-share");
  await share.locator("[part=code]").waitFor();
  await page.locator("[data-enishi] enishi-progress h2").waitFor();
  const code = page.locator("enishi-code input[part=input]");
  await code.fill("7K9M2QXC");
  await page.getByText("We do not know this code").waitFor();
  await share.locator("[part=copy-button]").click();
  await share.locator("p.wrong").waitFor();
  await share.locator("[part=edit] summary").click();
  await share.locator("textarea").waitFor();
  expect(problems).toEqual([]);
});

async function visit(file: string, sub: string) {
  const page = await world.device({ viewport: { width: 800, height: 900 } });
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  const token = await signToken("member", { sub });
  await page.goto(`${shopUrl}/${file}#${token}`);
  return { page, problems };
}

/** What a reader would notice of every part: its words, letters, colours and boxes, as measured from the card's own corner and width. */
function look(share: Locator): Promise<unknown> {
  return share.evaluate((element: HTMLElement) => {
    const { style: place } = element;
    place.setProperty("display", "block", "important");
    place.setProperty("width", "600px", "important");
    const parts = [...(element.shadowRoot?.querySelectorAll(".root *") ?? [])];
    return parts.map((part) => {
      const style = getComputedStyle(part);
      return [
        part.localName,
        style.font,
        style.color,
        style.letterSpacing,
        style.textTransform,
        style.textAlign,
        style.direction,
        style.visibility,
        style.display,
        style.paddingTop,
        style.borderTopWidth,
        style.borderTopColor,
        style.gap,
      ];
    });
  });
}
