import { readFileSync } from "node:fs";
import {
  type ConnectionRoom,
  connectionRoom,
  fewestFiles,
  wantedFiles,
} from "./http/connection-room.ts";
import { SetupProblem } from "./kept-secrets.ts";

const letMore =
  "Let it have 16384: LimitNOFILE= in systemd's unit, --ulimit nofile= of Docker, ulimit -n in a shell.";

/** Throws `SetupProblem` where the system lets this process have too few files to begin with. */
export function roomForConnections(
  warn: (warning: string) => void,
): ConnectionRoom {
  const files = openFilesLimit();
  if (files < fewestFiles) throw tooFewFiles();
  const room = connectionRoom(files);
  if (files < wantedFiles)
    warn(
      `The system lets this process have ${files} files open, and so it takes ${room.total} connections at once. ${letMore}`,
    );
  return room;
}

/** Throws anew what came of a start, in words where it was too few files, of this process or of the whole system. */
export function explainTooFewFiles(error: unknown): never {
  const { code } = error as { code?: unknown };
  throw code === "EMFILE" || code === "ENFILE" ? tooFewFiles() : error;
}

function tooFewFiles(): SetupProblem {
  return new SetupProblem(
    `Open files: expected at least ${fewestFiles} that this process may have open, and the system lets it have ${openFilesLimit()}. ${letMore}`,
  );
}

/** Infinity where the system does not say. */
function openFilesLimit(): number {
  try {
    const limits = readFileSync("/proc/self/limits", "utf8");
    const [, most] = /^Max open files +(\d+)/m.exec(limits) ?? [];
    return most === undefined ? Number.POSITIVE_INFINITY : Number(most);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
