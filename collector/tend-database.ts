import { checkSoundness } from "./database-soundness.ts";
import { foldLog } from "./fold-log.ts";
import { log } from "./log.ts";

/** What looks after the database's file, in threads beside the writer. */
export interface Tending {
  /** 1 or 0; `null` until it is known, and on PostgreSQL. */
  soundness(): number | null;
  /** To be waited for before the writer is closed. */
  stop(): Promise<void>;
}

/** Reads the file through once, and keeps its log short. */
export function tendDatabase(
  database: string,
  {
    quickCheckEntry,
    foldLogEntry,
  }: Record<"quickCheckEntry" | "foldLogEntry", URL>,
): Tending {
  const soundness = checkSoundness(quickCheckEntry, database, {
    onDamage: (found) =>
      log.error(
        { found },
        "The database is damaged: stop, and restore it from your backup",
      ),
    onFailure: (error) =>
      log.warn({ err: error }, "The database could not be read through"),
  });
  const endFolding = foldLog(foldLogEntry, database, log);
  return {
    soundness: soundness.figure,
    stop() {
      soundness.stop();
      return endFolding();
    },
  };
}
