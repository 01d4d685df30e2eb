import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { startCollector, temporaryFolder } from "../collector-process.ts";
import { isLongRun } from "../long-run.ts";
import { siteApi } from "../site-api.ts";
import { nextBatch, openProgram } from "../streamed-events.ts";
import { tellProgress } from "../tell-progress.ts";
import { compileShim, failingDisk } from "./compile-shim.ts";
import { diskAfterPowerLoss } from "./disk-after-power-loss.ts";

const shim = compileShim();
const cycles = isLongRun ? 60 : 1;

/** Of what was not synced: nothing reaches the disk, or chance decides it sector by sector. */
const losses = [
  () => false,
  () => Math.random() < 0.5,
  () => Math.random() < 0.9,
];

test("nothing that was acknowledged is lost when the power fails", {
  timeout: cycles * 20_000 + 20_000,
}, async ({ skip }) => {
  if ("missing" in shim) return skip(shim.missing);
  const failedOnce = tellProgress(cycles, "power losses");
  for (let cycle = 0; cycle < cycles; cycle++) {
    const { acknowledged, disks } = await runUntilPowerFails(shim.path);
    expect(acknowledged.length).toBeGreaterThan(10);
    for (const disk of disks) {
      const stored = storedOn(disk);
      const lost = acknowledged.filter((id) => !stored.events.has(id));
      expect(lost).toEqual([]);
      expect(stored.imbalances).toEqual([]);
    }
    // It starts there, as if nothing had been.
    const [disk = ""] = disks;
    const again = await startCollector({ database: join(disk, "enishi.db") });
    expect(await again.end("SIGTERM")).toBe(0);
    failedOnce();
  }
});

test("control: with synchronous=OFF the same test finds what is lost", async ({
  skip,
}) => {
  if ("missing" in shim) return skip(shim.missing);
  const { acknowledged, disks } = await runUntilPowerFails(
    shim.path,
    withoutSyncs,
  );
  expect(acknowledged.length).toBeGreaterThan(10);
  const [nothingElse = ""] = disks;
  const kept = () => {
    const { events } = storedOn(nothingElse);
    return acknowledged.filter((id) => events.has(id));
  };
  // The database is torn, or has forgotten.
  const found = attempt(kept) ?? [];
  expect(found.length).toBeLessThan(acknowledged.length);
});

function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Takes the collector's own word out of its mouth, in every thread. */
const withoutSyncs = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`
    import { createRequire } from "node:module";
    const Sqlite = createRequire("${process.cwd()}/package.json")("better-sqlite3");
    const { pragma } = Sqlite.prototype;
    Sqlite.prototype.pragma = function (text, ...rest) {
      return pragma.call(this, text.replace("synchronous = FULL", "synchronous = OFF"), ...rest);
    };`)}`,
};

/** A collector under load on a disk whose power fails; answers what was acknowledged, and folders as the disk may be found. */
async function runUntilPowerFails(
  shimPath: string,
  env: Record<string, string> = {},
) {
  const folder = temporaryFolder();
  const { env: ofDisk, journal } = failingDisk(shimPath, folder);
  const collector = await startCollector({
    database: join(folder, "enishi.db"),
    env: { ...ofDisk, DISK_JOURNAL: journal, ...env },
  });
  onTestFinished(async () => {
    await collector.end("SIGKILL");
  });
  const api = siteApi(collector);
  const { code } = await openProgram(collector);
  const acknowledged: string[] = [];
  let killed: Promise<unknown> | null = null;
  const failAt = 30 + Math.floor(Math.random() * 200);
  const sender = async () => {
    while (!killed) {
      const batch = await nextBatch(code);
      const answer = await api.send(batch).catch(() => null);
      if (answer?.status === 202)
        acknowledged.push(...batch.map(({ id }) => id));
      if (acknowledged.length >= failAt) killed ??= collector.end("SIGKILL");
    }
  };
  await Promise.all(Array.from({ length: 6 }, sender));
  await killed;
  const disks = losses.map((survives, n) => {
    const disk = join(folder, `found-${n}`);
    mkdirSync(disk);
    for (const [name, bytes] of diskAfterPowerLoss(journal, survives))
      writeFileSync(join(disk, name), bytes);
    // Written once, long before.
    for (const name of ["enishi.db.key", "enishi.db.owner"])
      if (existsSync(join(folder, name)))
        copyFileSync(join(folder, name), join(disk, name));
    return disk;
  });
  return { acknowledged, disks };
}

/** What is found on this disk, and whether its ledger adds up. */
function storedOn(disk: string) {
  const path = join(disk, "enishi.db");
  const database = new Sqlite(path);
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(database.pragma("foreign_key_check")).toEqual([]);
  const ids = database.prepare("select id from events").pluck().all();
  const imbalances = database
    .prepare(
      `select rewards.id from rewards left join ledger on reward_id = rewards.id
       group by rewards.id having rewards.amount_minor <> coalesce(sum(ledger.amount_minor), 0)`,
    )
    .all();
  database.close();
  return { events: new Set(ids as string[]), imbalances };
}
