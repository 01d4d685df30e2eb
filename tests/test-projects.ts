import { playwright } from "@vitest/browser-playwright";
import type { TestProjectConfiguration } from "vitest/config";
import { chromiumFlags, findChromium } from "./find-chromium.ts";

const executablePath = findChromium();

/** Those of the whole collector. The others are of SQLite's own files, or of no database at all. */
const onBothEngines = [
  ...["golden", "hostile", "fuzz/fuzz", "watching"],
  ...["replays", "rebuild", "client-simulation", "clock-jumps", "figures"],
  ...["large-shops", "server-session", "webhooks", "rebuild-rollups"],
  ...["any-order", "every-event-told"],
];

/** Who takes longer hangs. It is a limit for nothing else, so that a busy machine fails no test. */
const hangs = { testTimeout: 120_000, hookTimeout: 120_000 };

/** Which tests there are, and what each kind needs. */
export const testProjects: TestProjectConfiguration[] = [
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
      ...hangs,
    },
  },
  {
    extends: true,
    test: {
      name: "postgres",
      // What is true of the one engine is true of the other: the same tests again, and those of PostgreSQL's own.
      include: [
        "tests/postgres/**/*.test.ts",
        "collector/{actions,http,jobs,owner}/**/*.test.ts",
        "collector/app.test.ts",
        "collector/ingest/{commit-commands,orders-of-a-group}.test.ts",
        ...onBothEngines.map((name) => `tests/${name}.test.ts`),
      ],
      exclude: [
        "**/*.browser.test.*",
        // Nothing but arithmetic, a hundred times over.
        "**/*.properties.test.ts",
        // A camera's work, whatever the engine.
        "**/qr-image.test.ts",
        // Thousands of rows, one after another: the actions behind these pages are tested here.
        "**/owner-{bulk,gifts}.test.ts",
        "node_modules/**",
      ],
      env: { ENISHI_TEST_ENGINE: "postgres" },
      globalSetup: "tests/postgres/provide-server.ts",
      setupFiles: "tests/postgres/skip-without-server.ts",
      ...hangs,
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
      ...hangs,
      fileParallelism: false,
    },
  },
  {
    extends: true,
    test: {
      name: "browser",
      include: ["**/*.browser.test.{ts,tsx}"],
      exclude: ["node_modules/**"],
      ...hangs,
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
      ...hangs,
      fileParallelism: false,
    },
  },
];
