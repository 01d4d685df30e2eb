import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";

/** Starts `dist/collector/main.js` as a child; its warnings are shown, its routine log is not. */
export function startCollector(root: string, env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ["dist/collector/main.js"], {
    cwd: root,
    env,
    // On its standard output it greets whoever starts it alone: `npm start` has words of its own.
    stdio: ["ignore", "ignore", "pipe"],
  });
  process.once("exit", () => child.kill());
  createInterface({ input: child.stderr }).on("line", showWarning);
  const ended = new Promise<number>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (status) => resolve(status ?? 1));
  });
  return {
    /** Resolves with the exit status. */
    ended,
    stop: () => child.kill("SIGTERM"),
    /** Resolves when the collector takes work; throws where it ended, or took too long. */
    async ready(url: string): Promise<void> {
      let status: number | null = null;
      void ended.then((value) => {
        status = value;
      });
      const giveUpAt = Date.now() + 60_000;
      while (Date.now() < giveUpAt) {
        if (status !== null) {
          throw new Error(`The collector ended with status ${status}.`);
        }
        if (await answers(`${url}/readyz`)) return;
        await wait(50);
      }
      throw new Error(`Expected ${url}/readyz to answer within a minute.`);
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** The collector logs JSON lines; from 40 on they are warnings. What is no JSON is meant for people. */
function showWarning(line: string): void {
  try {
    const { level, msg } = JSON.parse(line) as { level: number; msg: string };
    if (level >= 40) process.stderr.write(`collector: ${msg}\n`);
  } catch {
    process.stderr.write(`${line}\n`);
  }
}
