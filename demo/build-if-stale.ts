import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const sources = [
  "sdk",
  "widget",
  "collector",
  "vite.config.ts",
  "package.json",
];
const outputs = [
  "dist/browser/enishi.js",
  "dist/browser/stub.js",
  "dist/npm/server.js",
  "dist/collector/main.js",
  "dist/collector/writer.js",
];

/** Builds what is missing or older than its source; says nothing unless it has to, and throws with the build's own words. */
export function buildIfStale(root: string): void {
  if (!isStale(root)) return;
  process.stdout.write("Building Enishi (the first time takes a little)...\n");
  const build = spawnSync("npm", ["run", "build"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (build.status === 0) return;
  throw new Error(
    `Expected \`npm run build\` to succeed; it said:\n${build.stdout}${build.stderr}${build.error ?? ""}`,
  );
}

/** Whether an output is missing, or the oldest one is older than the newest source. */
export function isStale(root: string): boolean {
  const made = outputs.map((path) => join(root, path));
  if (!made.every((path) => existsSync(path))) return true;
  const oldest = Math.min(...made.map((path) => statSync(path).mtimeMs));
  return sources.some((path) => newest(join(root, path)) > oldest);
}

function newest(path: string): number {
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file) return 0;
  if (!file.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : file.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path).map((name) => newest(join(path, name))),
  );
}
