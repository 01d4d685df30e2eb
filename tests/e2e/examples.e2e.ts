import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { build, type PluginOption } from "vite";
import { beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../collector-process.ts";
import { signToken } from "../site-api.ts";
import { Checkout } from "./hydrated/checkout.ts";
import { shopUrl } from "./world.ts";
import { worldOfTests } from "./world-of-tests.ts";

const examples: Record<string, PluginOption[]> = {
  plain: [],
  react: [],
  vue: [
    vue({
      template: {
        compilerOptions: {
          isCustomElement: (tag) => tag.startsWith("enishi-"),
        },
      },
    }),
  ],
  svelte: [svelte({ configFile: false })],
};

const folder = temporaryFolder();
const world = worldOfTests({ shop: { home: "plain/index.html", folder } });

beforeAll(async () => {
  for (const [name, plugins] of Object.entries(examples)) {
    await buildPage(join("examples", name), plugins, join(folder, name));
  }
  await buildPage("tests/e2e/hydrated", [], join(folder, "hydrated"));
  renderOnServer(join(folder, "hydrated/index.html"));
});

test.each(Object.keys(examples))(
  "the %s example shows a member's link, and changes with its attributes",
  async (name) => {
    const page = await world.device();
    const problems: string[] = [];
    page.on("pageerror", ({ message }) => problems.push(message));
    const token = await signToken("member", { sub: `from-${name}` });
    world.door.passages.length = 0;
    await page.goto(`${shopUrl}/${name}/index.html#${token}`);
    const code = page.locator("enishi-share input[part=code]");
    await code.waitFor();
    const [member] = (await world.api.members()).filter(
      ({ externalId }) => externalId === `from-${name}`,
    );
    expect(await code.inputValue()).toBe(member?.code);
    const copy = page.locator("enishi-share [part=copy-button]");
    expect(await copy.textContent()).toBe("Copy link");
    if (name !== "plain") {
      await page.getByRole("button", { name: "한국어" }).click();
      await expect.poll(() => copy.textContent()).toBe("링크 복사");
    }
    const reads = world.door.passages.filter(
      ({ method, path }) => method === "GET" && path === "/v1/me",
    );
    expect(reads).toHaveLength(1);
    expect(problems).toEqual([]);
  },
);

const servers = { react: "server.tsx", vue: "server.ts", svelte: "server.ts" };

test.each(Object.entries(servers))(
  "the %s example is rendered where there is no document",
  async (name, entry) => {
    const folder = temporaryFolder();
    await buildPage(
      join("examples", name),
      examples[name] ?? [],
      folder,
      entry,
    );
    const file = pathToFileURL(join(folder, "server.js")).href;
    const { render } = (await import(/* @vite-ignore */ file)) as {
      render(token: string): string | Promise<string>;
    };
    expect(typeof document).toBe("undefined");
    const html = await render("a.b.c");
    expect(html).toContain("<h1>Thank you for your order</h1>");
    expect(html).toMatch(
      /<enishi-share token="a\.b\.c" locale="en"><\/enishi-share>/,
    );
  },
);

test("a page that React takes over late loses nothing of what was typed, and hands over the code before and after", async () => {
  const friend = await world.api.putMember("hydrated");
  const page = await world.device();
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  let show = () => {};
  const shown = new Promise<void>((resolve) => {
    show = resolve;
  });
  world.door.disturb("shop.test", async (pass, { path }) => {
    if (path === "/slow.png") await shown;
    return pass();
  });
  await page.goto(`${shopUrl}/hydrated/index.html`, { waitUntil: "commit" });
  await page.locator("[name=name]").fill("Hanako");
  await page.locator("enishi-code input[part=input]").fill(friend.code);
  const sent = () =>
    page.evaluate<string>(
      "new FormData(document.querySelector('form')).getAll('enishi_code').join()",
    );
  expect(await sent()).toBe(friend.code);
  expect(
    await page.evaluate("document.querySelector('enishi-code').value"),
  ).toBe(friend.code);
  expect(await page.evaluate("hydrate()")).toEqual([]);
  expect(await page.locator("[name=name]").inputValue()).toBe("Hanako");
  expect(await page.locator("[data-enishi] *").count()).toBe(0);
  show();
  await page.locator("[data-enishi] enishi-share h2").waitFor();
  await page
    .locator("enishi-code > [name=enishi_code]")
    .waitFor({ state: "attached" });
  expect(await sent()).toBe(friend.code);
  expect(await page.locator("[name=name]").inputValue()).toBe("Hanako");
  expect(problems).toEqual([]);
  world.door.disturb("shop.test");
});

/** Puts into a page what its server would. */
function renderOnServer(file: string): void {
  const html = renderToString(createElement(Checkout));
  const page = readFileSync(file, "utf8").replace("<!--checkout-->", html);
  writeFileSync(file, page);
}

/** As the shop's own build would, from the packages as they are published; with an entry, for a server. */
async function buildPage(
  root: string,
  plugins: PluginOption[],
  outDir: string,
  entry?: string,
): Promise<void> {
  const npm = (file: string) => join(process.cwd(), "dist/npm", file);
  await build({
    configFile: false,
    logLevel: "error",
    root,
    base: "./",
    plugins,
    resolve: {
      alias: [
        { find: /^enishi$/, replacement: npm("index.js") },
        { find: /^enishi\/widget$/, replacement: npm("widget.js") },
      ],
    },
    ...(entry && { ssr: { noExternal: true } }),
    build: {
      outDir,
      emptyOutDir: true,
      ...(entry && {
        ssr: entry,
        rollupOptions: { output: { entryFileNames: "server.js" } },
      }),
    },
  });
}
