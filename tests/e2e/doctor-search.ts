import { signInOwner } from "./sign-in-owner.ts";
import { collectorUrl, type World } from "./world.ts";

/** What the owner's link to the examined page adds to its address. */
export async function doctorSearch(world: World): Promise<string> {
  const page = await world.device();
  await signInOwner(page);
  await page.goto(`${collectorUrl}/owner/install`);
  const link = page.locator("a[href*='enishi-doctor=']").first();
  return new URL((await link.getAttribute("href")) ?? "").search;
}
