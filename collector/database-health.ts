import { setTimeout as wait } from "node:timers/promises";

/** Whoever asks more often hears what was found last. */
const askEveryMs = 1_000;
/** An answer that takes longer is late. */
const answerMs = 2_000;

export interface DatabaseHealth {
  /** To be told how each commit went. */
  committed(how: { isStored: boolean }): void;
  /** Whether the database can be read, and what was last to be stored was. */
  isWell(): Promise<boolean>;
}

/**
 * Looks only when asked. After a commit that failed it tries a small one itself: a collector that is sent nothing
 * because it is not ready would otherwise not find out that it could be.
 */
export function databaseHealth({
  read,
  write,
}: {
  read(): Promise<unknown>;
  write(): Promise<unknown>;
}): DatabaseHealth {
  let isStored = true;
  let storedAt = Number.NEGATIVE_INFINITY;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<boolean> | null = null;
  const reading = oneAtATime(read);
  const writing = oneAtATime(write);

  async function look(): Promise<boolean> {
    if (!isStored) await inTime(writing());
    const answer = await inTime(reading());
    // All readers may be busy; where something was just stored, the database is there.
    const isThere =
      answer === "done" ||
      (answer === "late" && performance.now() - storedAt < answerMs);
    return isStored && isThere;
  }

  return {
    committed(how) {
      isStored = how.isStored;
      if (isStored) storedAt = performance.now();
    },
    isWell() {
      if (looking && performance.now() - lookedAt < askEveryMs) return looking;
      lookedAt = performance.now();
      looking = look();
      return looking;
    },
  };
}

function inTime(asked: Promise<unknown>): Promise<"done" | "failed" | "late"> {
  return Promise.race([
    asked.then(
      () => "done" as const,
      () => "failed" as const,
    ),
    wait(answerMs, "late" as const, { ref: false }),
  ]);
}

/** What is still under way is waited for, and not asked a second time. */
function oneAtATime(ask: () => Promise<unknown>): () => Promise<unknown> {
  let asked: Promise<unknown> | null = null;
  return () => {
    asked ??= ask().finally(() => {
      asked = null;
    });
    return asked;
  };
}
