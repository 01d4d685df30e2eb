import { readFileSync, writeFileSync } from "node:fs";

/** Whether the shop was elsewhere at the last start: then the site's origins have to follow it. Without a note of it, it may have been. */
export function hasMoved(file: string, shopUrl: string): boolean {
  try {
    return readFileSync(file, "utf8").trim() !== shopUrl;
  } catch {
    return true;
  }
}

/** Notes where the shop is, for the next start. */
export function noteOrigin(file: string, shopUrl: string): void {
  writeFileSync(file, `${shopUrl}\n`);
}
