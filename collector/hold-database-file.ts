import { setTimeout as wait } from "node:timers/promises";
import { SetupProblem } from "./kept-secrets.ts";

/** A collector that stops may take so long; who takes its place waits for it. */
const predecessorMs = 12_000;
const everyMs = 50;

/** Throws `SetupProblem` where another collector goes on writing to the same file: the two would not know of each other. */
export async function holdDatabaseFile(
  path: string,
  hold: (path: string) => boolean,
): Promise<void> {
  const until = performance.now() + predecessorMs;
  while (!hold(path)) {
    if (performance.now() > until)
      throw new SetupProblem(
        `ENISHI_DATABASE: expected a file that no other collector uses, and ${JSON.stringify(path)} is in use. Stop the other one; several collectors need PostgreSQL.`,
      );
    await wait(everyMs);
  }
}
