import { statSync } from "node:fs";
import type Sqlite from "better-sqlite3";
import { comeAgain } from "../../domain/come-again.ts";
import { fileBehind, holdAlone, lockOf } from "./hold-alone.ts";

const lookEveryMs = 1_000;

/**
 * Sees to it that nothing is stored in files that have lost their names, since with the next start it would be gone:
 * somebody may replace or remove them while they are open.
 *
 * @returns what to call before each write: it looks once a second at most, and throws while a name leads elsewhere
 */
export function keepToFiles(
  path: string,
  connection: Sqlite.Database,
  everyMs = lookEveryMs,
): () => void {
  const file = fileBehind(path);
  const lock = lockOf(path);
  const parts = [path, `${file}-wal`, `${file}-shm`];
  const opened = parts.map(identity);
  let held = identity(lock);
  let lookedAt = performance.now();
  let lost: string | null = null;

  const look = () => {
    const before = lost;
    lost = parts.find((part, at) => identity(part) !== opened[at]) ?? null;
    // What the log holds belongs to the file that was opened, and not to the one that a start would find beside it.
    if (lost === path && before !== path)
      connection.pragma("wal_checkpoint(TRUNCATE)");
    if (lost !== null || held === null || held === identity(lock)) return;
    // Where nobody has the one in its place, it is ours.
    if (isTaken(path)) held = identity(lock);
    else lost = lock;
  };

  return () => {
    const now = performance.now();
    if (lost === null && now - lookedAt < everyMs) return;
    lookedAt = now;
    look();
    if (lost !== null) throw isLost(lost);
  };
}

/** `null` where the name leads to no file, or cannot be followed. */
function identity(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return null;
  }
}

function isTaken(path: string): boolean {
  try {
    return holdAlone(path);
  } catch {
    return false;
  }
}

function isLost(path: string) {
  return comeAgain(
    "The database is not in its place.",
    new Error(
      `${path} is not the file any more that this collector opened: it was replaced, moved or removed. Nothing is stored until it is back; to go on with the file that is there now, stop the collector and start it.`,
    ),
  );
}
