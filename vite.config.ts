import { readFileSync } from "node:fs";
import { defineConfig, type UserConfig } from "vite";
import {
  onDemandBuild,
  stubBuild,
  trackerBuild,
} from "./sdk/build/tracker-builds.ts";
import { testProjects } from "./tests/test-projects.ts";
import { widgetBuild } from "./widget/build/widget-build.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as {
  version: string;
};

/** What `vite build --mode NAME` makes. The widget comes before the tracker, which names its hashed file. */
const builds: Record<string, () => UserConfig> = {
  stub: () => stubBuild,
  widget: () => widgetBuild,
  "on-demand": () => onDemandBuild,
  tracker: () => trackerBuild(version),
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
          "fold-log": "collector/storage/sqlite/fold-log-thread.ts",
          "quick-check": "collector/storage/sqlite/quick-check-thread.ts",
        },
        output: { entryFileNames: "[name].js" },
      },
    },
  }),
};

export default defineConfig(({ mode }) => {
  const build = builds[mode]?.();
  return {
    ...build,
    define: {
      __ENISHI_VERSION__: JSON.stringify(version),
      ...build?.define,
    },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    test: {
      // A poll ends when it holds, and at no busy machine's pace.
      expect: { poll: { timeout: 20_000 } },
      projects: testProjects,
    },
  };
});
