import type { Frame, Page } from "playwright";
import { expect, test } from "vitest";
import { buy, newOrder, openSituation } from "./situation.ts";

const { world, code, clicks, visit, untilClicked, untilOrdered } =
  openSituation({
    hosts: ["forms.test", "stranger.test"],
  });

async function frameOf(page: Page, name: string): Promise<Frame> {
  const frame = page.frame({ name });
  if (!frame) throw new Error(`Expected the frame ${name}.`);
  await frame.waitForLoadState();
  return frame;
}

const carried = (frame: Frame) =>
  frame.evaluate(
    "document.querySelector('input[name=enishi_code]')?.value ?? ''",
  );

test("a form on another origin is told of the referral by its parent, with storage or without; somebody else's is not", async () => {
  const via = await code();
  const { page, problems } = await visit("frames.html", { code: via });
  await untilClicked(via);
  for (const name of ["ours", "opaque"]) {
    const frame = await frameOf(page, name);
    await expect.poll(() => carried(frame), { timeout: 15_000 }).toBe(via);
    const order = newOrder();
    await buy(frame, order);
    await untilOrdered(order, via);
  }
  const stranger = await frameOf(page, "stranger");
  const order = newOrder();
  await buy(stranger, order);
  await untilOrdered(order, null);
  expect(await stranger.evaluate("heard")).toEqual([]);
  // What the parent counted, its frames do not count again.
  expect(clicks(via)).toHaveLength(1);
  expect(problems).toEqual([]);
});

test("a frame that was there first is told once its parent has a referral", async () => {
  const via = await code();
  const { page } = await visit("frames.html");
  const frame = await frameOf(page, "ours");
  await frame.evaluate("enishi('context').then(() => undefined)");
  expect(await carried(frame)).toBe("");
  await page.evaluate(`history.pushState(null, "", "?via=${via}")`);
  await page.evaluate("document.body.append('A route of the shop')");
  await expect.poll(() => carried(frame), { timeout: 15_000 }).toBe(via);
});

test("a frame believes no parent but the shop's pages", async () => {
  const via = await code();
  const page = await world.device();
  await page.goto(`https://stranger.test/stranger.html#${via}`);
  const frame = await frameOf(page, "ours");
  await expect.poll(() => frame.evaluate("heard.length")).toBeGreaterThan(0);
  const order = newOrder();
  await buy(frame, order);
  await untilOrdered(order, null);
});
