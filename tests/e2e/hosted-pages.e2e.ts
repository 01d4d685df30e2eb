import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { BrowserContextOptions, Page } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { signMember } from "../../sdk/server/index.ts";
import { keys } from "../collector-process.ts";
import { collectorUrl, shopUrl } from "./world.ts";
import { worldOfTests } from "./world-of-tests.ts";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const phone = { width: 375, height: 760 };
const desktop = { width: 1280, height: 800 };

const world = worldOfTests({ shop: "demo" });
let hanako: { code: string; link: string; shareUrl: string };

beforeAll(async () => {
  hanako = (await world.api.putMember("hanako", {
    publicName: "花子",
  })) as unknown as typeof hanako;
  await world.api.convert({
    type: "sale",
    orderId: "order-1",
    amountMinor: 12_800,
    currency: "JPY",
    customer: { id: "taro" },
    code: hanako.code,
  });
});

const proof = () => signMember({ sub: "hanako" }, { signingKey: keys.signing });

/** Opens a page on a device of its own, and notes what no page of ours may do. */
async function visit(address: string, options: BrowserContextOptions = {}) {
  const page = await world.device({ locale: "ja-JP", ...options });
  const wrong: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(collectorUrl) && !url.startsWith("data:"))
      wrong.push(url);
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy|Refused/.test(message.text()))
      wrong.push(message.text());
  });
  const answer = await page.goto(address);
  return { page, wrong, status: answer?.status() };
}

async function expectComfortable(page: Page): Promise<void> {
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    ),
  ).toBeLessThanOrEqual(0);
  // As a debugger does, past the page's policy, which lets no other script in.
  await page.evaluate(axe);
  const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
  ).toEqual([]);
}

test.for([
  [phone, "ja-JP"],
  [phone, "en-GB"],
  [desktop, "en-GB"],
] as const)(
  "every page can be read, in %o and %s, light and dark",
  { timeout: 180_000 },
  async ([viewport, locale]) => {
    for (const [address, colorScheme] of [
      [hanako.shareUrl, "light"],
      [hanako.shareUrl, "dark"],
      [`${hanako.shareUrl}?reward`, "light"],
      [`${hanako.shareUrl}/progress`, "dark"],
      [`${hanako.shareUrl}/progress#token=${proof()}`, "light"],
      [`${hanako.link}?page=preview`, "light"],
      [`${hanako.link}?page=preview`, "dark"],
      [`${collectorUrl}/r/ZZZZ2222?page`, "light"],
      [`${hanako.shareUrl}x`, "dark"],
    ] as const) {
      const { page, wrong } = await visit(address, {
        viewport,
        locale,
        colorScheme,
      });
      await page.locator("h1").waitFor();
      await page.waitForLoadState("networkidle");
      await expectComfortable(page);
      expect(wrong).toEqual([]);
      await page.context().close();
    }
  },
);

test.for([phone, desktop])(
  "without a script everything to share with is there, in %o",
  async (viewport) => {
    const { page, wrong } = await visit(hanako.shareUrl, {
      viewport,
      javaScriptEnabled: false,
    });
    await page.getByText(hanako.link, { exact: true }).waitFor();
    await page.getByText(hanako.code, { exact: true }).waitFor();
    for (const name of ["LINE", "X", "Facebook", "メール"])
      expect(
        await page
          .getByRole("link", { name: `${name}で送る` })
          .getAttribute("href"),
      ).toContain(encodeURIComponent(hanako.link));
    await page.getByText("QRコードを見せる").click();
    await page.getByRole("img", { name: /QRコード/ }).waitFor();
    expect(await page.getByText(/153|確定/).count()).toBe(0);
    expect(wrong).toEqual([]);
  },
);

test("where nothing answers the script, the page stands as it came", async () => {
  const page = await world.device({ locale: "ja-JP" });
  await page.route(/\/v1\/|enishi\.js/, (route) => route.abort());
  await page.goto(hanako.shareUrl);
  await page.getByText(hanako.link, { exact: true }).waitFor();
  await expectComfortable(page);
});

test("a forwarded link is a widget to share with, which knows and keeps nothing of the member", async () => {
  const { page, wrong } = await visit(hanako.shareUrl);
  const widget = page.locator("enishi-share");
  await widget.getByRole("button", { name: "リンクをコピー" }).click();
  await expect
    .poll(() =>
      world.stored(
        "select 1 from events where type = 'copy' and code = ?",
        hanako.code,
      ),
    )
    .toHaveLength(1);
  expect(await widget.getByText("紹介の状況を見る").count()).toBe(0);
  expect(await page.getByText("153").count()).toBe(0);
  expect(
    await page.evaluate(() => localStorage.getItem("_enishi_member")),
  ).toBe(null);
  await page.getByRole("link", { name: "紹介の状況を見る" }).click();
  await page.getByText("ご本人の確認が必要です").waitFor();
  expect(wrong).toEqual([]);
});

test("a fresh signed token shows what was earned, leaves the address, and this device is known from then on", async () => {
  const { page, wrong } = await visit(
    `${hanako.shareUrl}/progress#token=${proof()}`,
  );
  await page
    .locator("enishi-progress")
    .getByText("153円分のポイント")
    .waitFor();
  expect(page.url()).toBe(`${hanako.shareUrl}/progress`);
  await page.goto(`${hanako.shareUrl}?reward`);
  await page.locator("enishi-reward").getByText("153円分のポイント").waitFor();
  await page.goto(hanako.shareUrl);
  await page.locator("enishi-share").getByRole("button").first().waitFor();
  expect(await page.getByText("このページは転送できるため").isVisible()).toBe(
    false,
  );
  // The same device proves nothing about somebody else's page.
  const jiro = (await world.api.putMember("jiro")) as unknown as typeof hanako;
  await page.goto(`${jiro.shareUrl}/progress`);
  await page.getByText("ご本人の確認が必要です").waitFor();
  expect(wrong).toEqual([]);
});

test("an expired token is told of, and sharing goes on", async () => {
  const expired = signMember(
    { sub: "hanako" },
    { signingKey: keys.signing, now: 0 },
  );
  for (const token of [expired, "a.b.c"]) {
    const { page } = await visit(`${hanako.shareUrl}#token=${token}`);
    await page.getByText("ご本人の確認の期限").waitFor();
    await page
      .locator("enishi-share")
      .getByRole("button", { name: "リンクをコピー" })
      .waitFor();
    expect(page.url()).toBe(hanako.shareUrl);
  }
});

test("what was earned can be seen while the programme is paused", async () => {
  const { body } = await world.api.asServer<{ items: object[] }>(
    "GET",
    "/v1/programs",
    undefined,
  );
  const [program] = body.items;
  const put = (state: string) =>
    world.api.asServer("PUT", "/v1/programs/default", { ...program, state });
  await put("paused");
  const { page } = await visit(`${hanako.shareUrl}#token=${proof()}`);
  await page.getByText("ただいまお休み中です").waitFor();
  await page
    .locator("enishi-progress")
    .getByText("153円分のポイント")
    .waitFor();
  const { page: forwarded } = await visit(hanako.shareUrl);
  await forwarded.getByText("ただいまお休み中です").waitFor();
  await expectComfortable(forwarded);
  expect(await forwarded.locator("enishi-progress").isVisible()).toBe(false);
  await put("live");
});

test("a friend goes on from the hosted page to the shop by one click, without a script there", async () => {
  const taro = (await world.api.putMember("taro")) as unknown as typeof hanako;
  const friend = await world.device({
    locale: "ja-JP",
    viewport: phone,
    javaScriptEnabled: false,
  });
  await friend.goto(`${taro.link}?page&channel=line`);
  await friend.locator("a.main").click();
  await friend.waitForURL(`${shopUrl}/**via=${taro.code}&ec=*`);
  expect(
    world.stored("select channel from clicks where code = ?", taro.code),
  ).toEqual([{ channel: "line" }]);
});

test("a name that is one long word makes no page wider", async () => {
  const { body } = await world.api.asServer<{
    items: [{ display: { brand: string } }];
  }>("GET", "/v1/programs");
  const [program] = body.items;
  const call = (brand: string) =>
    world.api.asServer("PUT", "/v1/programs/default", {
      ...program,
      display: { ...program.display, brand },
    });
  expect((await call("Donaudampfschiff".repeat(4))).status).toBe(200);
  for (const address of [hanako.shareUrl, `${hanako.link}?page=preview`]) {
    const { page } = await visit(address, { viewport: phone });
    await expectComfortable(page);
    await page.context().close();
  }
  await call(program.display.brand);
});
