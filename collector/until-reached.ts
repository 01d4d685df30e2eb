import { setTimeout as wait } from "node:timers/promises";
import { SetupProblem } from "./kept-secrets.ts";
import { log } from "./log.ts";

const everyMs = 500;
const tellEveryMs = 5_000;
/** Longer than a server takes to start after its machine did; beyond it whoever looks after the process is told. */
const giveUpMs = 5 * 60_000;

/** Waits for a server that is not there yet; rejects at once with a `SetupProblem`, which waiting would not mend. */
export async function untilReached(ask: () => Promise<unknown>): Promise<void> {
  const since = performance.now();
  let toldAt = Number.NEGATIVE_INFINITY;
  // Nothing is open yet that would have to be closed.
  const leave = () => process.exit(0);
  process.once("SIGTERM", leave).once("SIGINT", leave);
  try {
    for (;;) {
      try {
        await ask();
        return;
      } catch (error) {
        const now = performance.now();
        if (error instanceof SetupProblem || now - since > giveUpMs)
          throw error;
        if (now - toldAt > tellEveryMs) {
          toldAt = now;
          log.warn(
            { because: (error as Error).message },
            "Waiting for the database; callers are told to come back",
          );
        }
      }
      await wait(everyMs);
    }
  } finally {
    process.off("SIGTERM", leave).off("SIGINT", leave);
  }
}
