import type { Page } from "playwright";
import { desktop, pageOf, phone, type Scene } from "./scene.ts";

const english = { ...phone, locale: "en-GB" };
const dark = { ...phone, colorScheme: "dark" as const };
const code = "[part=code]";

/** Members' screens. */
export const memberScenes: Scene[] = [
  {
    name: "share",
    says: "Sharing, on a phone: what both get, the ways to send it, the link",
    open: () => pageOf("sora", "share"),
    ready: code,
    clip: "enishi-share",
  },
  {
    name: "share-dark",
    says: "The same in dark",
    open: () => pageOf("sora", "share"),
    ready: code,
    clip: "enishi-share",
    device: dark,
  },
  {
    name: "share-en",
    says: "In English",
    open: () => pageOf("sora", "share", { locale: "en" }),
    ready: code,
    clip: "enishi-share",
    device: english,
  },
  {
    name: "share-desktop",
    says: "On a desktop, where copying the link comes first",
    open: () => pageOf("sora", "share"),
    ready: code,
    clip: "enishi-share",
    device: desktop,
  },
  {
    name: "share-zh-hans",
    says: "In Chinese",
    open: () => pageOf("sora", "share", { locale: "zh-Hans" }),
    ready: code,
    clip: "enishi-share",
  },
  {
    name: "share-ko",
    says: "In Korean",
    open: () => pageOf("sora", "share", { locale: "ko" }),
    ready: code,
    clip: "enishi-share",
  },
  {
    name: "share-320",
    says: "On the narrowest phones",
    open: () => pageOf("sora", "share"),
    ready: code,
    clip: "enishi-share",
    device: { ...phone, viewport: { width: 320, height: 568 } },
  },
  {
    name: "share-referred",
    says: "For a member who came by a referral",
    open: () => pageOf("saburo", "share"),
    ready: "h2",
    act: async (page) => {
      const back = page.locator("enishi-share .plain");
      await back.click();
      await page.locator(code).waitFor();
    },
    clip: "enishi-share",
  },
  {
    name: "share-message",
    says: "The message, as an app will show it; the disclosure stays",
    open: () => pageOf("sora", "share"),
    ready: code,
    act: (page) => openDrawer(page, "edit", "textarea"),
    clip: "[part=edit]",
  },
  ...previewed("x", "X"),
  ...previewed("whatsapp", "WhatsApp"),
  ...previewed("mail", "メール"),
  {
    name: "share-more",
    says: "Further ways to send it",
    open: () => pageOf("sora", "share"),
    ready: code,
    act: (page) => openDrawer(page, "more", "[part=more] .tile"),
    clip: "[part=more]",
  },
  {
    name: "share-qr",
    says: "The QR code, to show, save and print",
    open: () => pageOf("sora", "share"),
    ready: code,
    act: (page) => openDrawer(page, "qr", "svg.qr"),
    clip: "[part=qr]",
  },
  {
    name: "reward-gift",
    says: "After step 1: a gift, its code, where it is used and until when",
    open: () => pageOf("hanako", "reward"),
    ready: "[part=gift-code]",
    clip: "enishi-reward",
  },
  {
    name: "reward-gift-dark",
    says: "The same in dark",
    open: () => pageOf("hanako", "reward"),
    ready: "[part=gift-code]",
    clip: "enishi-reward",
    device: dark,
  },
  {
    name: "reward-promised",
    says: "After step 2: points that wait for the return period",
    open: () => pageOf("yuki", "reward"),
    ready: code,
    clip: "enishi-reward",
  },
  {
    name: "reward-confirmed",
    says: "The same points, confirmed",
    open: () => pageOf("ken", "reward"),
    ready: code,
    clip: "enishi-reward",
  },
  {
    name: "reward-confirmed-en",
    says: "In English",
    open: () => pageOf("ken", "reward", { locale: "en" }),
    ready: code,
    clip: "enishi-reward",
    device: english,
  },
  {
    name: "reward-desktop",
    says: "On a desktop",
    open: () => pageOf("hanako", "reward"),
    ready: "[part=gift-code]",
    clip: "enishi-reward",
    device: desktop,
  },
  {
    name: "reward-nothing",
    says: "Where nothing has been earned yet",
    open: () => pageOf("sora", "reward"),
    ready: code,
    clip: "enishi-reward",
  },
  {
    name: "progress-empty",
    says: "The standing of a member without friends",
    open: () => pageOf("sora", "progress"),
    ready: "h2",
    clip: "enishi-progress",
  },
  {
    name: "progress",
    says: "Friends, never named, and rewards by state",
    open: () => pageOf("aoi", "progress"),
    ready: "[part=rewards]",
    clip: "enishi-progress",
  },
  {
    name: "progress-desktop",
    says: "On a desktop",
    open: () => pageOf("aoi", "progress"),
    ready: "[part=rewards]",
    clip: "enishi-progress",
    device: desktop,
  },
  {
    name: "progress-dark-en",
    says: "In dark, in English",
    open: () => pageOf("aoi", "progress", { locale: "en" }),
    ready: "[part=rewards]",
    clip: "enishi-progress",
    device: { ...english, colorScheme: "dark" },
  },
  {
    name: "progress-receipt",
    says: "A receipt: why it counts, and until when it waits",
    open: () => pageOf("aoi", "progress"),
    ready: "[part=rewards]",
    act: (page) => openRows(page, "[part=rewards] > li > [part=receipt]", 1),
    clip: "[part=rewards]",
  },
  {
    name: "progress-wrong",
    says: "“This is wrong”, told to the shop alone",
    open: () => pageOf("aoi", "progress"),
    ready: "[part=friends]",
    act: async (page) => {
      await openRows(page, "[part=friends] > li > [part=receipt]", 1);
      await page.locator("[part=dispute] > summary").first().click();
      await page.locator("textarea").first().waitFor();
    },
    clip: "enishi-progress",
  },
  {
    name: "progress-told",
    says: "What was told, and that the shop has it",
    open: () => pageOf("aoi", "progress"),
    ready: "[part=friends]",
    act: async (page) => {
      await openRows(page, "[part=friends] > li > [part=receipt]", 1);
      await page.locator("[part=dispute] > summary").first().click();
      await page
        .locator("textarea")
        .first()
        .fill("友だちはもう届いたと言っています。");
      await page.locator("[part=dispute] button").first().click();
      await page.locator("[part=answer]").first().waitFor();
    },
    clip: "enishi-progress",
  },
];

/** The message as one network shows it. */
function previewed(name: string, label: string): Scene[] {
  return [
    {
      name: `share-message-${name}`,
      says: `The message as ${name === "mail" ? "a mail" : label} shows it`,
      open: () => pageOf("sora", "share"),
      ready: code,
      act: async (page) => {
        await openDrawer(page, "edit", "textarea");
        await page.locator("[part=preview-button]", { hasText: label }).click();
        await page.locator(`.sent.${name}`).waitFor();
      },
      clip: "[part=preview]",
    },
  ];
}

async function openDrawer(page: Page, part: string, ready: string) {
  await page.locator(`[part=${part}] > summary`).click();
  await page.locator(ready).first().waitFor();
}

async function openRows(page: Page, rows: string, count: number) {
  for (let index = 0; index < count; index += 1) {
    await page.locator(`${rows} > summary`).nth(index).click();
  }
  await page
    .locator(`${rows}[open] .receipt`)
    .nth(count - 1)
    .waitFor();
}
