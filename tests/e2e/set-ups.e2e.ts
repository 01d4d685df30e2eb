import { describe, expect, test } from "vitest";
import { setUps } from "./set-ups.ts";
import { buy, newOrder, openSituation } from "./situation.ts";
import { shopUrl } from "./world.ts";

interface Shared {
  code: string;
  link: string;
  shareUrl: string;
}

describe.each(Object.entries(setUps))("a collector %s", (_, { at, env }) => {
  const { world, untilClicked, untilOrdered } = openSituation({ at, env });

  test("a link leads to the shop, its click has its visitor, and the order is credited", async () => {
    const { code, link, shareUrl } = (await world.api.putMember(
      "hanako",
    )) as unknown as Shared;
    expect(link).toBe(`${at}/r/${code}`);
    const page = await world.device();
    const problems: string[] = [];
    page.on("pageerror", ({ message }) => problems.push(message));
    const cookies: string[] = [];
    page.on("response", async (answer) => {
      if (answer.url() === link)
        cookies.push(...(await answer.headersArray()).flatMap(cookieOf));
    });
    await page.goto(link);
    const first = env.ENISHI_COOKIE_DOMAIN ? 1 : 0;
    await expect.poll(() => cookies.length).toBe(first);
    for (const cookie of cookies)
      expect(cookie).toMatch(/^_enishi=.*; Domain=shop\.test;/);
    expect(page.url().startsWith(`${shopUrl}/`)).toBe(true);
    const [click] = await untilClicked(code);
    await expect
      .poll(() =>
        world.stored("select visitor from clicks where visitor is not null"),
      )
      .toHaveLength(1);
    expect(click).toBeTruthy();
    await page.goto(`${shopUrl}/plain-thanks.html`);
    const order = newOrder();
    await buy(page, order);
    await untilOrdered(order, code);
    expect(problems).toEqual([]);
    // What HTTP has set lives longer in Safari: no script has written over it.
    const [kept] = await page.context().cookies(shopUrl);
    if (cookies[0]) expect(cookies[0]).toContain(`_enishi=${kept?.value};`);

    const strays = world.door.passages.filter(
      ({ host, path, status }) =>
        `https://${host}${path}`.startsWith(at) && (status ?? 500) >= 400,
    );
    expect(strays).toEqual([]);
    const shared = await page.goto(shareUrl);
    expect(shared?.status()).toBe(200);
  });

  test("what comes on demand, and the widget, come from the same place", async () => {
    const page = await world.device();
    world.door.passages.length = 0;
    await page.goto(`${shopUrl}/four-widgets.html`);
    const join = page.locator("enishi-share").first();
    await join.getByRole("button").first().waitFor();
    const ours = new URL(at);
    const scripts = world.door.passages.filter(({ path }) =>
      path.endsWith(".js"),
    );
    expect(scripts.length).toBeGreaterThan(1);
    for (const { host, path } of scripts)
      expect(
        `${host}${path}`.startsWith(
          `${ours.host}${ours.pathname.replace(/\/$/, "")}/enishi`,
        ),
      ).toBe(true);
  });
});

function cookieOf({ name, value }: { name: string; value: string }): string[] {
  return name.toLowerCase() === "set-cookie" ? [value] : [];
}
