import type { Page } from "playwright";
import { keys } from "../collector-process.ts";
import { collectorUrl } from "./world.ts";

/** Opens `/owner` as its owner. */
export async function signInOwner(page: Page): Promise<void> {
  await page.goto(`${collectorUrl}/owner`);
  await page.getByLabel("Password").fill(keys.admin);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Results" }).waitFor();
}
