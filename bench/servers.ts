import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface Server {
  port: number;
  pid: number;
}

/** Starts one of the servers of baseline.ts; it ends with this process. */
export async function startBaseline(name: "raw" | "hono"): Promise<Server> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, "baseline.ts"), name],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  process.on("exit", () => child.kill());
  for await (const line of createInterface({ input: child.stdout }))
    return { pid: child.pid ?? 0, port: Number(line) };
  throw new Error(`Expected the ${name} baseline to print its port.`);
}

/** Processor time of a process and its threads, from Linux' own books (in hundredths of a second). */
export function cpuMs(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

/** The most that a process holds in memory from now on, looked at four times a second. */
export function watchMemory(pid: number): { stop(): number } {
  let most = memoryMb(pid) ?? Number.NaN;
  const watch = setInterval(() => {
    most = Math.max(most, memoryMb(pid) ?? Number.NaN);
  }, 250);
  return {
    stop() {
      clearInterval(watch);
      return most;
    },
  };
}

/** What a process holds in memory; `null` where the system does not tell. */
export function memoryMb(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kibibytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
    return kibibytes ? Number(kibibytes) / 1024 : null;
  } catch {
    return null;
  }
}
