import { type Outcome, outcomeOf } from "../actions/outcome.ts";
import type { Work } from "../actions/work.ts";
import type { Storage } from "../storage/storage.ts";
import {
  type Command,
  leavesRules,
  needsSavepoint,
  runCommand,
  runsBeside,
} from "./commands.ts";

/** Runs commands as one group commit: one sync to the disk for all of them, and none of them answered before it. */
export async function commitCommands(
  storage: Storage,
  work: Omit<Work, "db">,
  commands: Command[],
  onEnding?: () => void,
): Promise<Outcome[]> {
  let rules = {};
  const settled = await storage.commitGroup(
    commands.map((command, index) => ({
      needsSavepoint: needsSavepoint(command),
      runsBeside: runsBeside(command),
      run: async (db, beside) => {
        // What another collector has changed is seen from the first on, also where a group is tried again.
        if (index === 0 || !leavesRules(command)) rules = {};
        try {
          return await runCommand({ ...work, db, rules, beside }, command);
        } finally {
          if (!leavesRules(command)) rules = {};
        }
      },
    })),
    onEnding,
  );
  return settled.map(outcomeOf);
}
