import { readFileSync } from "node:fs";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig, type UserConfig } from "vite";
import { chromiumFlags, findChromium } from "./tests/find-chromium.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as {
  version: string;
};

/** What `vite build --mode NAME` makes. The widget comes before the tracker, which names its hashed file. */
const builds: Record<string, () => UserConfig> = {
  stub: () => ({
    build: {
      outDir: "dist/browser",
      emptyOutDir: false,
      lib: {
        entry: "sdk/tracker/stub.ts",
        formats: ["iife"],
        name: "stub",
        fileName: () => "stub.js",
      },
    },
  }),
  widget: () => ({
    build: {
      outDir: "dist/browser/enishi",
      manifest: "manifest.json",
      minify: true,
      rollupOptions: {
        input: "widget/main.ts",
        preserveEntrySignatures: "strict",
        output: {
          entryFileNames: "widget-[hash].js",
          chunkFileNames: "[name]-[hash].js",
        },
      },
    },
  }),
  tracker: () => ({
    define: { __WIDGET_FILE__: JSON.stringify(widgetFile()) },
    build: {
      outDir: "dist/browser",
      emptyOutDir: false,
      lib: {
        entry: "sdk/tracker/script.ts",
        formats: ["iife"],
        name: "enishiScript",
        fileName: () => "enishi.js",
      },
    },
  }),
  npm: () => ({
    build: {
      outDir: "dist/npm",
      minify: false,
      lib: {
        entry: {
          index: "sdk/tracker/index.ts",
          widget: "widget/main.ts",
          server: "sdk/server/index.ts",
        },
        formats: ["es"],
      },
      rollupOptions: { external: [/^preact/, /^node:/, "nanoid", "uqr"] },
    },
  }),
  collector: () => ({
    build: {
      outDir: "dist/collector",
      ssr: true,
      minify: false,
      target: "node24",
      rollupOptions: {
        input: {
          main: "collector/main.ts",
          writer: "collector/ingest/writer-thread.ts",
        },
        output: { entryFileNames: "[name].js" },
      },
    },
  }),
};

function widgetFile(): string {
  const manifest = JSON.parse(
    readFileSync("dist/browser/enishi/manifest.json", "utf8"),
  ) as Record<string, { file: string; isEntry?: boolean }>;
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry);
  if (!entry) {
    throw new Error(
      "Expected an entry in dist/browser/enishi/manifest.json; run `npm run build`.",
    );
  }
  return entry.file;
}

const executablePath = findChromium();

export default defineConfig(({ mode }) => ({
  ...builds[mode]?.(),
  define: {
    __ENISHI_VERSION__: JSON.stringify(version),
    ...builds[mode]?.().define,
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["**/*.test.ts"],
          exclude: ["**/*.browser.test.*", "tests/e2e/**", "node_modules/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["**/*.browser.test.{ts,tsx}"],
          exclude: ["node_modules/**"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: chromiumFlags,
                ...(executablePath ? { executablePath } : {}),
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.e2e.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
}));
