import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { fastLoad } from "./load/fast-load.ts";
import type { Load, Measured } from "./load/load.ts";
import { cpuMs, type Server } from "./servers.ts";

export interface Run extends Measured {
  /** The server's time on the processor for one request, all its threads together, where the system tells. */
  cpuMicros: number | null;
}

/** Loads a server from a process of its own. Throws where anything but the expected was answered. */
export async function runLoad(
  server: Server,
  { expected, ...load }: Omit<Load, "port"> & { expected: number[] },
): Promise<Run> {
  const before = cpuMs(server.pid);
  const measured = await (fastLoad() ?? slowLoad)({
    ...load,
    port: server.port,
  });
  const after = cpuMs(server.pid);
  const unexpected = Object.keys(measured.statuses).filter(
    (status) => !expected.includes(Number(status)),
  );
  if (unexpected.length)
    throw new Error(
      `Expected ${expected} and got ${JSON.stringify(measured.statuses)}: ${measured.firstBody}`,
    );
  const cpuMicros =
    before === null || after === null
      ? null
      : ((after - before) * 1000) / measured.requests;
  return { ...measured, cpuMicros };
}

async function slowLoad(load: Load): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, "load/load.ts"),
    JSON.stringify(load),
  ]);
  return JSON.parse(stdout) as Measured;
}
