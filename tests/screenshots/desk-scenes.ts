import { keys } from "../collector-process.ts";
import type { World } from "../e2e/world.ts";
import { collectorUrl } from "../e2e/world.ts";
import { desktop, type Scene } from "./scene.ts";

/** The owner's desk, a page of each kind. */
export const deskScenes: Scene[] = [
  desk("desk-results", "Results, by step", "/owner"),
  desk("desk-queue", "What waits for the owner", "/owner/queue"),
  desk("desk-rewards", "Rewards by state", "/owner/rewards"),
  desk("desk-rules", "The rules", "/owner/program"),
  desk("desk-gifts", "Gift codes", "/owner/gifts"),
  desk("desk-install", "The snippet", "/owner/install"),
];

function desk(name: string, says: string, path: string): Scene {
  return {
    name,
    says,
    open: (_world: World) =>
      `${collectorUrl}/owner/login?next=${encodeURIComponent(path)}`,
    ready: "input[type=password]",
    act: async (page) => {
      await page.locator("input[type=password]").fill(keys.admin);
      await page.locator("form button").first().click();
      await page.locator("h1").first().waitFor();
    },
    device: desktop,
  };
}
