/** `npm run dev`: the collector and the shop, built and started anew at every change. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { join } from "node:path";

/** An editor saves several files at once. */
const quietMs = 150;
const root = join(import.meta.dirname, "..");

let running = start();
let timer: NodeJS.Timeout | undefined;
let isRestarting = false;

for (const folder of ["sdk", "widget", "collector", "demo"]) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(restart, quietMs);
  });
}
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, async () => {
    await stop(running);
    process.exit(0);
  });
}

async function restart(): Promise<void> {
  if (isRestarting) return;
  isRestarting = true;
  await stop(running);
  isRestarting = false;
  running = start();
}

/** It builds what is stale by itself; a failed build is shown, and the next change tries again. */
function start(): ChildProcess {
  return spawn(process.execPath, [join(root, "demo/start.ts")], {
    cwd: root,
    stdio: "inherit",
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
