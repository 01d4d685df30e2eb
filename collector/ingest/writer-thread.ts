/** The writer's thread: with run-collector.ts the only file that names a database engine. */
import { parentPort, workerData } from "node:worker_threads";
import { outcomeOf } from "../actions/outcome.ts";
import { openSqlite } from "../storage/sqlite/open-sqlite.ts";
import { openVault } from "../storage/vault.ts";
import type { Command } from "./actions.ts";
import { commitCommands } from "./commit-commands.ts";
import { newCode, newId, newSecret } from "./new-names.ts";

export interface WriterSettings {
  databasePath: string;
  masterKey: Uint8Array;
  publicUrl: string;
}

const port = parentPort;
if (!port)
  throw new Error(
    "This file is the writer's thread; start it with startWriter.",
  );

const { databasePath, masterKey, publicUrl } = workerData as WriterSettings;
const storage = await openSqlite(databasePath);
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
