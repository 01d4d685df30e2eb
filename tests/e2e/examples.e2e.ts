import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";
import { build, type PluginOption } from "vite";
import { beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../collector-process.ts";
import { signToken } from "../site-api.ts";
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
    await buildExample(name, plugins, join(folder, name));
  }
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
    await buildExample(name, examples[name] ?? [], folder, entry);
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

/** As the shop's own build would, from the packages as they are published; with an entry, for a server. */
async function buildExample(
  name: string,
  plugins: PluginOption[],
  outDir: string,
  entry?: string,
): Promise<void> {
  const npm = (file: string) => join(process.cwd(), "dist/npm", file);
  await build({
    configFile: false,
    logLevel: "error",
    root: join("examples", name),
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
