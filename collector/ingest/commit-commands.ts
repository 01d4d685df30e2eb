import { type Outcome, outcomeOf } from "../actions/outcome.ts";
import type { Work } from "../actions/work.ts";
import type { Storage } from "../storage/storage.ts";
import { type Command, needsSavepoint, runCommand } from "./commands.ts";

/** Runs commands as one group commit: one sync to the disk for all of them, and none of them answered before it. */
export async function commitCommands(
  storage: Storage,
  work: Omit<Work, "db">,
  commands: Command[],
): Promise<Outcome[]> {
  const settled = await storage.commitGroup(
    commands.map((command) => ({
      needsSavepoint: needsSavepoint(command),
      run: (db) => runCommand({ ...work, db }, command),
    })),
  );
  return settled.map(outcomeOf);
}
