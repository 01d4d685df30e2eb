import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../collector-process.ts";

/** Compiles what stands between a process and its disk; answers why not, where this machine cannot. */
export function compileShim(): { path: string } | { missing: string } {
  if (process.platform !== "linux")
    return { missing: "The disk can be made to fail on Linux only." };
  const path = join(temporaryFolder(), "failing-disk.so");
  try {
    execFileSync(
      "cc",
      [
        ...["-shared", "-fPIC", "-O1", "-o", path],
        join(import.meta.dirname, "failing-disk.c"),
        ...["-ldl", "-lpthread"],
      ],
      { stdio: "pipe" },
    );
    return { path };
  } catch (error) {
    return { missing: `No C compiler: ${(error as Error).message}` };
  }
}

export type Failing = "full" | "eio" | "read-only" | "hanging" | "nothing";
const signs: Record<Failing, string> = {
  full: "f",
  eio: "e",
  "read-only": "r",
  hanging: "h",
  nothing: "-",
};

/** A disk for one database: the environment of whoever is to use it, and what goes wrong on it from now on. */
export function failingDisk(shim: string, folder: string) {
  const control = join(folder, "control");
  const journal = join(folder, "journal");
  const fail = (how: Failing) => writeFileSync(control, signs[how]);
  fail("nothing");
  return {
    fail,
    journal,
    env: {
      LD_PRELOAD: shim,
      DISK_MATCH: join(folder, "enishi.db"),
      DISK_CONTROL: control,
    },
  };
}
