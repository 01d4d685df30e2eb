import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../collector-process.ts";
import { recipe } from "../recipe.ts";
import { newOrder, openSituation } from "./situation.ts";

const section = ["docs/api/server.md", "Through a login detour"] as const;
const signsPrivacy = (page: Page) =>
  page.addInitScript(
    "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })",
  );

let others: Server;
let documented: {
  keepReferral(cookie: string | undefined, session: object, form: object): void;
  saleOf(order: object, session: object): object;
};
const { world, code, visit, untilClicked, untilOrdered } = openSituation({
  shop: { home: "login-detour.html" },
});

beforeAll(async () => {
  others = loginAndApp().listen(0, "127.0.0.1");
  await once(others, "listening");
  const { port } = others.address() as AddressInfo;
  for (const host of ["login.test", "app.test"]) world.door.lead(host, port);
  const file = join(temporaryFolder(), "session.mjs");
  const server = pathToFileURL("dist/npm/server.js").href;
  const example = recipe(...section, "js").replace("enishi/server", server);
  writeFileSync(file, example);
  documented = await import(/* @vite-ignore */ file);
});
afterAll(async () => {
  others?.close();
});

/** What the app's server keeps of a visitor. */
let session: Record<string, string> = {};

/** A login that hands back what a form has brought, and the app that it leads to: no cookie of the shop is there. */
function loginAndApp(): Server {
  return createServer(async (request, response) => {
    if (request.headers.host === "login.test") {
      const state = encodeURIComponent(await text(request));
      const location = `https://app.test/welcome?state=${state}`;
      response.writeHead(303, { location }).end();
      return;
    }
    const { searchParams } = new URL(`${request.url}`, "https://app.test");
    const form = new URLSearchParams(searchParams.get("state") ?? "");
    const { cookie } = request.headers;
    documented.keepReferral(cookie, session, Object.fromEntries(form));
    response.end("Welcome");
  });
}

test("the page has the form that is documented", () => {
  const form = recipe(...section, "html").replace(
    "login.example",
    "login.test",
  );
  const file = join(import.meta.dirname, "pages/login-detour.html");
  const page = readFileSync(file, "utf8").replace(/^ {4}/gm, "");
  expect(page).toContain(form);
});

test.for([
  { who: "a visitor who may be named", prepare: async () => {} },
  { who: "one who may not", prepare: signsPrivacy },
])(
  "the fields of a form bring a referral through a login at another host: of $who",
  async ({ prepare }) => {
    session = {};
    const via = await code();
    const order = newOrder();
    const { page, problems } = await visit("login-detour.html", {
      code: via,
      prepare,
    });
    const isNamed = prepare !== signsPrivacy;
    const [click] = isNamed ? await untilClicked(via) : [];
    const member = page.locator("input[name=enishi_member]");
    const { members } = world.api;
    const ours = (await members()).find(({ code }) => code === via);
    await expect.poll(() => member.inputValue()).toBe(ours?.id);
    await page.getByLabel("Mail address").fill("taro@friend.test");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("https://app.test/**");
    expect(session).toEqual({
      code: via,
      visitor: isNamed ? click?.visitor : undefined,
    });
    const sale = { orderId: order, amountMinor: 1_000, currency: "JPY" };
    await world.api.convert(documented.saleOf(sale, session));
    await untilOrdered(order, via);
    expect(problems).toEqual([]);
  },
);
