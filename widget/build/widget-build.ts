import type { UserConfig } from "vite";
import { squeeze } from "./squeeze.ts";

/** The widget's files: an entry that pages load, and what comes on demand. */
export const widgetBuild: UserConfig = {
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
};
