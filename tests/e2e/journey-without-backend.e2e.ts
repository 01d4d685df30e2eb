import type { Page } from "playwright";
import { beforeAll, describe, expect, test } from "vitest";
import { everySetUp } from "./set-ups.ts";
import { signInOwner } from "./sign-in-owner.ts";
import { collectorUrl, shopUrl } from "./world.ts";
import { worldOfTests } from "./world-of-tests.ts";

describe.each(everySetUp)("a collector %s", (_, { at, env }) => {
  const world = worldOfTests({ shop: { home: "plain-shop.html" }, at, env });
  let member: Page;
  let friend: Page;
  let link: string;

  beforeAll(async () => {
    member = await world.device();
    friend = await world.device();
  });

  test("a visitor joins from the share screen, once the terms are accepted", async () => {
    await member.goto(shopUrl);
    const share = member.locator("enishi-share");
    const join = share.getByRole("button", { name: "Join and get my link" });
    await join.click();
    await share.getByText("Please accept the terms").waitFor();
    expect(await world.api.members()).toEqual([]);

    await share.getByRole("checkbox").check();
    await join.click();
    const field = share.locator("input[part=link]");
    await field.waitFor();
    link = await field.inputValue();
    expect(await world.api.members()).toMatchObject([{ link }]);
    expect(link.startsWith(`${at}/r/`)).toBe(true);

    await member.reload();
    await field.waitFor();
    expect(await field.inputValue()).toBe(link);
    expect(await world.api.members()).toHaveLength(1);
  });

  test("what is shared and copied is counted", async () => {
    const share = member.locator("enishi-share");
    const opened = member.context().waitForEvent("page");
    await share.getByRole("link", { name: "LINE" }).click();
    await (await opened).close();
    await share.getByRole("button", { name: "Copy link" }).click();
    await expect
      .poll(() => world.api.funnel())
      .toMatchObject({ shares: 1, copies: 1 });
  });

  test("a friend clicks and buys; the plain call is kept, unverified, and pays nobody yet", async () => {
    await friend.goto(link);
    await friend.locator("enishi-welcome").getByText("invited you").waitFor();
    await expect.poll(async () => (await world.api.funnel()).clicks).toBe(1);
    await friend.getByRole("link", { name: "Buy" }).click();

    await expect
      .poll(() => world.api.conversions("plain-1"))
      .toMatchObject([{ type: "sale", amountMinor: 100_000, verified: false }]);
    const [order] = await world.api.conversions("plain-1");
    expect(order?.attributed?.member).toBe((await world.api.members())[0]?.id);
    for (const reward of order?.rewards ?? []) {
      expect(reward).toMatchObject({ state: "pending", because: "unverified" });
    }
  });

  test("the owner verifies the order, and the reward appears on the member's screen", async () => {
    const owner = await world.device();
    await signInOwner(owner);
    await owner.goto(`${collectorUrl}/owner/orders`);
    await owner.getByRole("link", { name: "plain-1" }).click();
    await owner.getByRole("button", { name: /verif/i }).click();
    await expect
      .poll(() => world.api.conversions("plain-1"))
      .toMatchObject([{ verified: true }]);
    const rewards = await world.api.rewards();
    expect(rewards).toHaveLength(2);
    for (const reward of rewards) {
      expect(reward).toMatchObject({
        amountMinor: 1_200,
        because: "hold_period",
      });
    }

    await member.reload();
    const share = member.locator("enishi-share");
    await share.getByText("¥1,200").first().waitFor();
  });
});
