import { expect, test } from "vitest";
import { openSituation } from "./situation.ts";
import { collectorUrl, shopUrl } from "./world.ts";

const { world, code, clicks, untilClicked } = openSituation();

const counted = async () => (await world.api.funnel()).clicks ?? 0;

const robot =
  "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
const preview =
  "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)";

test.for([robot, preview])(
  "a program that runs the page's script is stored as one and not counted: %s",
  async (userAgent) => {
    const via = await code();
    const before = await counted();
    const program = await world.device({ userAgent });
    await program.goto(`${shopUrl}/plain.html?via=${via}`);
    expect(await untilClicked(via)).toMatchObject([{ bot: 1 }]);

    const friend = await world.device();
    await friend.goto(`${shopUrl}/plain.html?via=${via}`);
    const both = await untilClicked(via, 2);
    expect(both.map(({ bot }) => bot).sort()).toEqual([0, 1]);
    expect(await counted()).toBe(before + 1);
  },
);

test("a link's preview is a card of its own, and leaves nothing", async () => {
  const via = await code();
  const program = await world.device({ userAgent: preview });
  const link = `${collectorUrl}/r/${via}?channel=facebook`;
  await program.goto(link);
  expect(program.url()).toBe(link);
  expect(await program.locator('meta[property="og:title"]').count()).toBe(1);
  expect(clicks(via)).toEqual([]);
});

test("a link that a browser fetches ahead counts once somebody follows it", async () => {
  const via = await code();
  const reader = await world.device();
  await reader.goto(`${shopUrl}/looks-ahead.html#${via}`);
  const ahead = () =>
    world.door.passages
      .filter(({ path }) => path === `/r/${via}`)
      .map(({ status }) => status);
  await expect.poll(ahead).toEqual([302]);
  expect(clicks(via)).toEqual([]);
  await reader.getByRole("link").click();
  await reader.waitForURL(`${shopUrl}/**`);
  await expect
    .poll(async () => (await untilClicked(via))[0]?.visitor)
    .toBeTruthy();
  expect(ahead()).toHaveLength(2);
});
