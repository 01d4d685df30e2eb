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

/** What the last command of a row of groups has left of `rules`. */
const kept = new WeakMap<object, object>();

/** Runs commands as one group commit: one sync to the disk for all of them, and none of them answered before it. */
export async function commitCommands(
  storage: Storage,
  work: Omit<Work, "db">,
  commands: Command[],
  onEnding?: () => void,
): Promise<Outcome[]> {
  let rules = {};
  const goBy = (next: object, row?: object) => {
    rules = next;
    if (row) kept.set(row, rules);
  };
  const settled = await storage.commitGroup(
    commands.map((command, index) => ({
      needsSavepoint: needsSavepoint(command),
      runsBeside: runsBeside(command),
      run: async (db, beside, row) => {
        // What another collector has changed is seen from the first on, also where a group is tried again.
        if (index === 0) goBy((row && kept.get(row)) ?? {}, row);
        if (!leavesRules(command)) goBy({}, row);
        try {
          return await runCommand({ ...work, db, rules, beside }, command);
        } finally {
          if (!leavesRules(command)) goBy({}, row);
        }
      },
    })),
    onEnding,
  );
  return settled.map(outcomeOf);
}
