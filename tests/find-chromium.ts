import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

/** Flags that let a system's Chromium run headless, as root and without a network. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
];

/** Debian, Ubuntu, Fedora, macOS: where a Chromium may already be. */
const systemBrowsers = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The path of a Chromium to test with: `ENISHI_CHROMIUM`, Playwright's own, or
 * a system one. Answers `null` where there is none; `installChromium` gets one.
 */
export function findChromium(): string | null {
  const named = process.env.ENISHI_CHROMIUM;
  if (named) return named;
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  for (const name of systemBrowsers) {
    if (name.startsWith("/")) {
      if (existsSync(name)) return name;
      continue;
    }
    const found = spawnSync("which", [name], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  return null;
}

/** Gets a Chromium: by Playwright's download, else by the system's packages where this user may. */
function installChromium(): void {
  const playwright = spawnSync("npx", ["playwright", "install", "chromium"], {
    stdio: "inherit",
    timeout: 300_000,
  });
  if (playwright.status === 0 && findChromium()) return;
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) return;
  execFileSync("apt-get", ["update"], { stdio: "inherit" });
  execFileSync(
    "apt-get",
    ["install", "-y", "--no-install-recommends", "chromium"],
    {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    },
  );
}

/** A Chromium, installed if need be; says on stderr which, or how to get one, and then throws. */
export function requireChromium(): string {
  if (!findChromium()) installChromium();
  const path = findChromium();
  if (!path) {
    throw new Error(
      "Expected a Chromium for the browser tests and found none. " +
        "Run `npx playwright install chromium`, or install your system's chromium package, " +
        "or set ENISHI_CHROMIUM to the browser's path.",
    );
  }
  process.stderr.write(`Testing with ${path}\n`);
  return path;
}

if (import.meta.main) requireChromium();
