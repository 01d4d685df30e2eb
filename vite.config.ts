import { readFileSync } from "node:fs";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig, type UserConfig } from "vite";
import { pinScript } from "./sdk/build/pin-script.ts";
import { chromiumFlags, findChromium } from "./tests/find-chromium.ts";
import { squeeze } from "./widget/build/squeeze.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as {
  version: string;
};

/** Safari 14 is the oldest that the tracker serves. */
const browsers = "es2021";

/** Properties that only the tracker's own files see: not on the wire, not the platform's, not lent to what comes on demand. */
const privateNames =
  /^(askSite|canKeep|clock|decide|isCertain|keepArrival|load|loadWidget|meet|newId|setConsent|keptTouches|visitorId)$/;

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
    plugins: [squeeze()],
    build: {
      outDir: "dist/browser/enishi",
      manifest: "manifest.json",
      // As a library, because an application's dynamic imports bring a preload helper of 1 kB.
      lib: { entry: "widget/main.ts", formats: ["es"] },
      // Without these `light-dark()` is rewritten, longer and blind to the page's own `color-scheme`.
      cssTarget: ["chrome123", "safari17.5", "firefox120"],
      rollupOptions: {
        preserveEntrySignatures: "allow-extension",
        output: {
          // A library's whitespace is kept otherwise.
          minify: true,
          comments: false,
          // The entry takes in everything it needs, Preact too: one file, one request.
          codeSplitting: {
            groups: [{ name: "widget", test: /widget\/main\.ts$/ }],
          },
          entryFileNames: "w[hash:6].js",
          // Names of chunks are bytes of the entry: seven symbols tell them and their versions apart, the manifest says which is which.
          chunkFileNames: "[hash:7].js",
        },
      },
    },
  }),
  "on-demand": () => ({
    build: {
      target: browsers,
      outDir: "dist/browser/enishi",
      emptyOutDir: false,
      manifest: "on-demand.json",
      lib: { entry: "sdk/tracker/on-demand.ts", formats: ["es"] },
      rollupOptions: {
        preserveEntrySignatures: "allow-extension",
        output: {
          minify: true,
          comments: false,
          // What it shares with its own chunks stays in it: one file, one request.
          codeSplitting: {
            groups: [{ name: "on-demand", test: /on-demand\.ts$/ }],
          },
          entryFileNames: "d[hash:6].js",
        },
      },
    },
  }),
  tracker: () => ({
    plugins: [pinScript(version)],
    define: {
      __WIDGET_FILE__: JSON.stringify(entryFile("manifest.json")),
      __ON_DEMAND_FILE__: JSON.stringify(entryFile("on-demand.json")),
    },
    build: {
      target: browsers,
      outDir: "dist/browser",
      emptyOutDir: false,
      lib: {
        entry: "sdk/tracker/script.ts",
        formats: ["iife"],
        name: "enishiScript",
        fileName: () => "enishi.js",
      },
      // Together the two minifiers save what neither does alone.
      minify: "terser",
      terserOptions: {
        ecma: 2020,
        toplevel: true,
        compress: {
          passes: 4,
          hoist_funs: true,
          join_vars: false,
          unsafe: true,
          unsafe_arrows: true,
        },
        mangle: { properties: { regex: privateNames } },
      },
      rollupOptions: {
        optimization: { inlineConst: true },
        output: { minify: true },
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
          widget: "widget/index.ts",
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
          "quick-check": "collector/storage/sqlite/quick-check-thread.ts",
        },
        output: { entryFileNames: "[name].js" },
      },
    },
  }),
};

/** The hashed name of what an earlier build made. */
function entryFile(manifestFile: string): string {
  const path = `dist/browser/enishi/${manifestFile}`;
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Record<
    string,
    { file: string; isEntry?: boolean }
  >;
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry);
  if (!entry) {
    throw new Error(`Expected an entry in ${path}; run \`npm run build\`.`);
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
    // A poll ends when it holds, and at no busy machine's pace.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["**/*.test.ts"],
          exclude: [
            "**/*.browser.test.*",
            "tests/e2e/**",
            "tests/postgres/**",
            "node_modules/**",
          ],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          // What is true of the one engine is true of the other: the same tests again, and those of PostgreSQL's own.
          include: [
            "tests/postgres/**/*.test.ts",
            "collector/actions/**/*.test.ts",
          ],
          // Nothing but arithmetic, a hundred times over.
          exclude: ["**/*.properties.test.ts", "node_modules/**"],
          env: { ENISHI_TEST_ENGINE: "postgres" },
          globalSetup: "tests/postgres/provide-server.ts",
          setupFiles: "tests/postgres/skip-without-server.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e-postgres",
          include: ["tests/e2e/journey-*.e2e.ts"],
          env: { ENISHI_TEST_ENGINE: "postgres" },
          globalSetup: "tests/postgres/provide-server.ts",
          setupFiles: "tests/postgres/skip-without-server.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["**/*.browser.test.{ts,tsx}"],
          exclude: ["node_modules/**"],
          testTimeout: 30_000,
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
