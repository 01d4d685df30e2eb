import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "./make-folder.ts";
import type { PinnedScript } from "./owner/owner-deps.ts";

/** What the build says of the script with a version in its name, or `null` where nothing was built. */
export function pinnedScript(browserFiles: string): PinnedScript | null {
  const path = join(browserFiles, "integrity.json");
  return existsSync(path)
    ? (JSON.parse(readFileSync(path, "utf8")) as PinnedScript)
    : null;
}

/**
 * Keeps what this build's pages may load for good beside the database, and
 * answers where: an update must not take away what a snippet with a version,
 * or a script that a browser still has, goes on asking for. A folder that
 * cannot be written to keeps nothing, and stops nothing: `onUnkept` is told once.
 */
export function keepScripts(
  browserFiles: string,
  databasePath: string,
  onUnkept: (kept: string, error: unknown) => void,
) {
  const kept = `${databasePath}.scripts`;
  const pinned = pinnedScript(browserFiles);
  try {
    if (pinned) makeFolder(kept);
    for (const file of Object.keys(pinned?.files ?? {})) {
      cpSync(join(browserFiles, file), join(kept, file), { force: false });
    }
  } catch (error) {
    // Read-only, or full: the update will be felt by old snippets.
    onUnkept(kept, error);
  }
  return kept;
}
