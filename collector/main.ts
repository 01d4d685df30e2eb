/** The process's first breath: it can be told to stop before the rest of it is loaded. */
import { setImmediate as oneTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { keepHeapSmall } from "./keep-heap-small.ts";

/** A stop may take 10 s: after so many of them its end in order is no longer waited for, nor that of a start which was told to stop. */
const inOrderMs = 9_000;

keepHeapSmall();

let isStopping = false;
let stop: (() => void) | null = null;
let leave: (() => void) | null = null;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (!isStopping) setTimeout(() => leave?.(), inOrderMs).unref();
    isStopping = true;
    stop?.();
  });
}

// Not imported above: what is imported is loaded first, and until then a signal would end the process as a crash does.
const { runCollector, leaveUndone } = await import("./run-collector.ts");
leave = leaveUndone;
// Loading is one long turn, in which no signal is heard.
await oneTurn();
if (isStopping) process.exit(0);

/** Beside this file, as the build lays them out. */
stop = await runCollector({
  writerEntry: new URL("./writer.js", import.meta.url),
  foldLogEntry: new URL("./fold-log.js", import.meta.url),
  quickCheckEntry: new URL("./quick-check.js", import.meta.url),
  browserFiles: fileURLToPath(new URL("../browser", import.meta.url)),
});
if (isStopping) stop();
