/** The writer's thread: with open-engine.ts the only file that names a database engine. */
import { parentPort, workerData } from "node:worker_threads";
import { outcomeOf } from "../actions/outcome.ts";
import { isPostgres } from "../storage/is-postgres.ts";
import type { Storage } from "../storage/storage.ts";
import { openVault } from "../storage/vault.ts";
import type { Command } from "./commands.ts";
import { commitCommands } from "./commit-commands.ts";
import { newCode, newId, newSecret } from "./new-names.ts";

export interface WriterSettings {
  /** A file's path, or `postgres://...`. */
  database: string;
  masterKey: Uint8Array;
  publicUrl: string;
}

const port = parentPort;
if (!port)
  throw new Error(
    "This file is the writer's thread; start it with startWriter.",
  );

const { database, masterKey, publicUrl } = workerData as WriterSettings;
const storage = await openStorage(database);
const work = {
  vault: openVault(masterKey),
  publicUrl,
  now: Date.now,
  newId,
  newCode,
  newSecret,
};

port.on("message", async (commands: Command[] | null) => {
  if (commands === null) {
    await storage.close();
    port.close();
    return;
  }
  try {
    port.postMessage(await commitCommands(storage, work, commands));
  } catch (error) {
    // Nothing of the group is stored, and its callers may try again.
    const outcome = outcomeOf({ status: "rejected", reason: error });
    port.postMessage(commands.map(() => outcome));
  }
});
port.postMessage("ready");

/** Loads only the engine that is asked for. */
async function openStorage(address: string): Promise<Storage> {
  if (isPostgres(address)) {
    const engine = await import("../storage/postgres/open-postgres.ts");
    return engine.openPostgres(address);
  }
  const engine = await import("../storage/sqlite/open-sqlite.ts");
  return engine.openSqlite(address);
}
