import { readFileSync } from "node:fs";
import type { UserConfig } from "vite";
import { pinScript } from "./pin-script.ts";

/** Safari 14 is the oldest that the tracker serves. */
const browsers = "es2021";

/** Properties that only the tracker's own files see: not on the wire, not the platform's, not lent to what comes on demand. */
const privateNames =
  /^(askSite|canKeep|clock|decide|isCertain|keepArrival|load|loadWidget|meet|newId|setConsent|keptTouches|visitorId)$/;

/** The inline stub, which keeps calls until the tracker has come. */
export const stubBuild: UserConfig = {
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
};

/** What the tracker loads where a page needs it. */
export const onDemandBuild: UserConfig = {
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
          groups: [{ name: "on-demand", test: /(on-demand|is-own-host)\.ts$/ }],
        },
        entryFileNames: "d[hash:6].js",
      },
    },
  },
};

/** The tracker itself, which names the files that were built before it. */
export function trackerBuild(version: string): UserConfig {
  return {
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
          passes: 3,
          hoist_funs: true,
          unsafe: true,
        },
        mangle: { properties: { regex: privateNames } },
      },
      rollupOptions: {
        optimization: { inlineConst: true },
        output: {
          minify: true,
          // Chromium then compiles it while it comes, beside the page's main thread, and not there, function by function.
          postBanner: "//# allFunctionsCalledOnLoad",
        },
      },
    },
  };
}

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
