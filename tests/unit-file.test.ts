import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./collector-process.ts";

const analyze = (...what: string[]) =>
  spawnSync("systemd-analyze", what, { encoding: "utf8" });

/** `security` reads a file since 250. */
const isThere =
  Number(/^systemd (\d+)/.exec(analyze("--version").stdout)?.[1]) >= 250;

test.skipIf(!isThere)(
  "systemd understands the documented unit, and finds it well shut",
  () => {
    const [, unit = ""] =
      /```ini\n(\[Unit\][^`]*)```/.exec(
        readFileSync("docs/self-hosting.md", "utf8"),
      ) ?? [];
    const file = join(temporaryFolder(), "enishi.service");
    // Nothing is installed here.
    writeFileSync(file, unit.replace(/^ExecStart=\S+/m, "ExecStart=/bin/true"));
    expect(analyze("verify", file)).toMatchObject({ status: 0, stderr: "" });
    const rated = analyze("security", "--offline=true", "--threshold=20", file);
    expect(rated.stdout).toContain("exposure level");
    expect(rated.status).toBe(0);
  },
);
