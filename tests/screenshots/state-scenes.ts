import type { Page } from "playwright";
import { setProgram } from "./cast.ts";
import { desktop, page, pageOf, phone, type Scene } from "./scene.ts";

/** Over the page, before it is there, and where something is in the way. */
export const stateScenes: Scene[] = [
  {
    name: "dialog",
    says: "Opened over the page",
    open: () => pageOf("sora", "share", { layout: "dialog" }),
    ready: "[part=open-button]",
    act: open,
  },
  {
    name: "dialog-desktop",
    says: "On a desktop",
    open: () => pageOf("ken", "reward", { layout: "dialog" }),
    ready: "[part=open-button]",
    act: open,
    device: desktop,
  },
  {
    name: "dialog-closed",
    says: "The button that opens it",
    open: () => pageOf("sora", "share", { layout: "dialog" }),
    ready: "[part=open-button]",
    clip: "enishi-share",
  },
  {
    name: "launcher",
    says: "The floating button, with its badge for news",
    open: () => pageOf("aoi", "share", { layout: "launcher" }),
    ready: ".badge",
    device: { ...phone, viewport: { width: 375, height: 200 } },
  },
  {
    name: "launcher-quiet",
    says: "Without news",
    open: () => pageOf("sora", "share", { layout: "launcher" }),
    ready: "[part=open-button]",
    device: { ...phone, viewport: { width: 375, height: 200 } },
  },
  {
    name: "toast",
    says: "News, told at the edge of the page",
    open: () => pageOf("aoi", "progress", { news: "toast", layout: "dialog" }),
    ready: ".toast p:not(:empty)",
    device: { ...phone, viewport: { width: 375, height: 260 } },
  },
  {
    name: "loading",
    says: "While it loads, its place is held",
    open: () => pageOf("sora", "share"),
    before: (page) => page.route("**/v1/**", () => {}),
    ready: "[aria-busy]",
    clip: "enishi-share",
  },
  {
    name: "offline",
    says: "Without a network",
    open: () => pageOf("sora", "share"),
    before: async (page) => {
      await page.addInitScript(() =>
        Object.defineProperty(navigator, "onLine", { get: () => false }),
      );
      await page.route("**/v1/**", (route) => route.abort());
    },
    ready: "[role=alert]",
    clip: "enishi-share",
  },
  {
    name: "failed",
    says: "Where the collector does not answer",
    open: () => pageOf("sora", "share"),
    before: (page) => page.route("**/v1/**", (route) => route.abort()),
    ready: "[role=alert]",
    clip: "enishi-share",
  },
  closed("paused", "The programme is paused"),
  closed("ended", "It has ended"),
  {
    name: "ended-progress",
    says: "What was earned can still be seen",
    open: async (world) => {
      await setProgram(world, "ended");
      return pageOf("ken", "progress");
    },
    ready: "[part=rewards]",
    clip: "enishi-progress",
  },
  {
    name: "ended-stranger",
    says: "For somebody who is no member",
    open: async (world) => {
      await setProgram(world, "ended");
      return page("share");
    },
    ready: "h2",
    clip: "enishi-share",
  },
];

/** A member's screen while there is nothing to send. */
function closed(state: "paused" | "ended", says: string): Scene {
  return {
    name: state,
    says,
    open: async (world) => {
      await setProgram(world, state);
      return pageOf("sora", "share");
    },
    ready: "h2",
    clip: "enishi-share",
  };
}

async function open(page: Page) {
  await page.locator("[part=open-button]").click();
  await page.locator("dialog [part=code]").waitFor();
}
