import { Worker } from "node:worker_threads";
import type { Log } from "./http/collector.ts";
import { isPostgres } from "./storage/is-postgres.ts";

/**
 * Keeps the write-ahead log short beside the writer, in a thread of its own. PostgreSQL looks after its own.
 *
 * @returns what ends it, which the writer's last folding has to wait for
 */
export function foldLog(
  entry: URL,
  database: string,
  log: Log,
): () => Promise<void> {
  if (isPostgres(database)) return async () => {};
  const thread = new Worker(entry, { workerData: database });
  const ended = new Promise<void>((resolve) => {
    thread.once("exit", () => resolve());
  });
  thread.once("error", (error) =>
    log.warn(
      { err: error },
      "The database's log is not folded back beside the writer any more: it does so itself, at its own bound",
    ),
  );
  return () => {
    thread.postMessage("end");
    return ended;
  };
}
