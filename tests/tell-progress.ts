import { isLongRun } from "./long-run.ts";

/** To be called after each of so many; a long run, which else would be silent for an hour, says after every tenth how far it is. */
export function tellProgress(total: number, what: string): () => void {
  const startedAt = performance.now();
  let done = 0;
  return () => {
    done += 1;
    if (!isLongRun || done % Math.ceil(total / 10)) return;
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    process.stdout.write(`${done} of ${total} ${what} in ${seconds} s\n`);
  };
}
