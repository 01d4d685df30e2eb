import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright";
import { describe, expect, test } from "vitest";
import { signToken } from "../site-api.ts";
import { shopUrl } from "./world.ts";
import { worldOfTests } from "./world-of-tests.ts";

const world = worldOfTests({ shop: { home: "layouts.html" } });

const layouts = ["inline", "dialog", "launcher"];

describe.each(layouts)("in the layout %s", (layout) => {
  const member = `from-${layout}`;

  test("a member shares and copies; shares, copies and clicks come back with their channels", async () => {
    const before = await world.api.funnel();
    const screen = await open(
      "share",
      { layout, channels: "line,x,mail" },
      member,
    );
    const code = await screen.locator("input[part=code]").inputValue();
    expect(await memberOf(member)).toMatchObject({ code });
    await screen
      .page()
      .context()
      .route(/line\.me|x\.com/, (route) => route.fulfill({ body: "" }));
    for (const channel of ["LINE", "X"]) {
      const opened = screen.page().context().waitForEvent("page");
      await screen.getByRole("link", { name: channel }).click();
      await (await opened).close();
    }
    await screen.getByRole("button", { name: "Copy link" }).click();
    await screen.getByRole("button", { name: "Copied" }).waitFor();
    const button = screen.getByRole("link", { name: "LINE" });
    const sent = new URL((await button.getAttribute("href")) ?? "");
    const friend = await world.device({ javaScriptEnabled: false });
    await friend.goto(sent.searchParams.get("url") ?? "");
    await expect
      .poll(() => world.api.funnel())
      .toMatchObject({
        shares: Number(before.shares) + 2,
        copies: Number(before.copies) + 1,
        clicks: Number(before.clicks) + 1,
      });
    expect(channelsOf("clicks", code)).toEqual(["line"]);
    expect(channelsOf("events where type = 'share'", code)).toEqual([
      "line",
      "x",
    ]);
  });

  test("a reward is told of, once", async () => {
    const { code } = await world.api.putMember(member);
    const { body } = await world.api.convert({
      type: "lead",
      orderId: `lead-${layout}`,
      customer: { id: `friend-${layout}` },
      code,
    });
    const [{ id } = { id: "" }] = body.rewards.filter(
      ({ to }) => to === "referrer",
    );
    const news = await visit("share", { layout }, member);
    if (layout !== "inline") {
      const button = news.locator("[part=open-button]");
      await button.filter({ hasText: "1 new reward" }).waitFor();
    }
    const screen = await bringAbout(news, "share", layout);
    await screen.getByRole("heading", { name: "¥300 gift" }).waitFor();
    await expect
      .poll(() =>
        world.stored(
          "select 1 from rewards where id = ? and seen_standing is not null",
          id,
        ),
      )
      .toHaveLength(1);
    await news.reload();
    const again = await bringAbout(news, "share", layout);
    await again.getByRole("heading", { name: /Give/ }).waitFor();
    await news.goto(addressOf("reward", { layout }));
    const reward = await bringAbout(news, "reward", layout);
    await reward.getByText("made a request or signed up through you").waitFor();
  });

  test("a visitor joins, once the terms are accepted", async () => {
    const members = await world.api.members();
    const screen = await open("share", { layout });
    await screen.getByRole("button", { name: "Join and get my link" }).click();
    await screen.getByText("Please accept the terms").waitFor();
    expect(await world.api.members()).toHaveLength(members.length);
    await screen.getByRole("checkbox").check();
    await screen.getByRole("button", { name: "Join and get my link" }).click();
    const link = await screen.locator("input[part=link]").inputValue();
    const joined = await world.api.members();
    expect(joined).toHaveLength(members.length + 1);
    expect(joined.map((one) => one.link)).toContain(link);
  });

  test("a code is checked while it is typed, and goes along with the order", async () => {
    const { code } = await world.api.putMember(member);
    const screen = await open("code", { layout });
    const page = screen.page();
    const field = screen.locator("input[part=input]");
    await field.fill("7K9M2QXC");
    await screen.getByText("We do not know this code").waitFor();
    await field.fill(` ${code.toLowerCase().replace(/(.{4})/, "$1-")} `);
    await screen.getByText("This code works. You get").waitFor();
    if (layout !== "inline") await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Order", exact: true }).click();
    await expect
      .poll(() => world.api.conversions(`${code}-${layout}`))
      .toMatchObject([{ verified: false, attributed: { code } }]);
  });
});

test("as a toast, the news leads to the reward over the page", async () => {
  const { code } = await world.api.putMember("from-toast");
  await world.api.convert({
    type: "lead",
    orderId: "lead-toast",
    customer: { id: "friend-toast" },
    code,
  });
  const page = await visit("share", { news: "toast" }, "from-toast");
  const toast = page.locator("[part=toast]");
  await toast.getByText("¥300 gift").waitFor();
  await toast.getByRole("button").first().click();
  await page
    .locator("dialog[open] enishi-reward")
    .getByRole("heading", { name: "¥300 gift" })
    .waitFor();
  expect(await toast.count()).toBe(0);
});

test("only the words of the language spoken are fetched, and those of a drawer with it", async () => {
  world.door.passages.length = 0;
  const screen = await open("share", { layout: "inline", locale: "ko" }, "kim");
  await screen.getByText("내 추천 링크").waitFor();
  expect(wordsFetched()).toEqual(["ko"]);
  await screen.getByText("QR 코드 보기").click();
  await screen.getByText("이미지 저장").waitFor();
  expect(wordsFetched()).toEqual(["ko", "ko-drawers"]);
  await screen.evaluate((element) => element.setAttribute("locale", "zh-TW"));
  await screen.getByText("儲存圖片").waitFor();
  expect(wordsFetched()).toEqual([
    "ko",
    "ko-drawers",
    "zh-hant",
    "zh-hant-drawers",
  ]);
});

/** The language files that came through the door, by what they are made of. */
function wordsFetched(): string[] {
  const manifest = JSON.parse(
    readFileSync("dist/browser/enishi/manifest.json", "utf8"),
  ) as Record<string, { file: string }>;
  const paths = world.door.passages.map(({ path }) => path);
  return Object.entries(manifest)
    .filter(([, { file }]) => paths.includes(`/enishi/${file}`))
    .flatMap(
      ([source]) => /^widget\/messages\/(.+)\.ts$/.exec(source)?.[1] ?? [],
    )
    .sort();
}

/** Visits a page with an element in a layout, as somebody or nobody, and brings its screen about. */
async function open(
  surface: string,
  attributes: { layout: string; channels?: string; locale?: string },
  member?: string,
): Promise<Locator> {
  const page = await visit(surface, attributes, member);
  return bringAbout(page, surface, attributes.layout);
}

async function visit(
  surface: string,
  attributes: Record<string, string>,
  member?: string,
): Promise<Page> {
  const page = await world.device();
  const token = member ? await signToken("member", { sub: member }) : "";
  await page.goto(`${addressOf(surface, attributes)}#${token}`);
  return page;
}

function addressOf(surface: string, attributes: Record<string, string>) {
  return `${shopUrl}/layouts.html?${new URLSearchParams({ surface, ...attributes })}`;
}

/** The element itself, or the one in the dialog that its button opens. */
async function bringAbout(
  page: Page,
  surface: string,
  layout: string,
): Promise<Locator> {
  const outer = page.locator(`form > enishi-${surface}`);
  if (layout === "inline") return outer;
  await outer.locator("[part=open-button]").click();
  return outer.locator(`dialog[open] enishi-${surface}`);
}

async function memberOf(externalId: string) {
  return (await world.api.members()).find(
    (one) => one.externalId === externalId,
  );
}

function channelsOf(from: string, code: string): (string | null)[] {
  return world
    .stored<{ channel: string | null }>(
      `select channel from ${from} ${from.includes("where") ? "and" : "where"} code = ? order by at`,
      code,
    )
    .map(({ channel }) => channel);
}
