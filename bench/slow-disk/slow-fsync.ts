import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { temporaryFolder } from "../../tests/collector-process.ts";

/** The environment under which a process finds its disk slow, or why there is none: it takes Linux and a C compiler. */
export function slowFsync(
  delayMs: number,
): { env: Record<string, string> } | { missing: string } {
  if (process.platform !== "linux")
    return { missing: "LD_PRELOAD is Linux', and this is not" };
  const library = join(temporaryFolder(), "slow-fsync.so");
  const source = join(import.meta.dirname, "slow-fsync.c");
  try {
    execFileSync(
      "cc",
      ["-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"],
      { stdio: "pipe" },
    );
  } catch (error) {
    return {
      missing: `no C compiler: ${error instanceof Error ? error.message.split("\n")[0] : error}`,
    };
  }
  return {
    env: {
      LD_PRELOAD: library,
      ENISHI_FSYNC_DELAY_US: String(delayMs * 1000),
    },
  };
}
