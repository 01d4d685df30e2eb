import { Worker } from "node:worker_threads";
import { isPostgres } from "./storage/is-postgres.ts";

export interface Soundness {
  /** 1 or 0; `null` until it is known, and on PostgreSQL, which looks after itself. */
  figure(): number | null;
  stop(): void;
}

/** Reads the whole database through beside everything else, once a start. */
export function checkSoundness(
  entry: URL,
  database: string,
  told: {
    onDamage(found: string): void;
    onFailure(error: Error): void;
  },
): Soundness {
  let isSound: boolean | null = null;
  if (isPostgres(database)) return { figure: () => null, stop() {} };
  const thread = new Worker(entry, { workerData: database });
  thread.once("message", (found: string) => {
    isSound = found === "ok";
    if (!isSound) told.onDamage(found);
  });
  thread.once("error", told.onFailure);
  thread.unref();
  return {
    figure: () => (isSound === null ? null : Number(isSound)),
    stop() {
      thread.removeAllListeners().terminate();
    },
  };
}
