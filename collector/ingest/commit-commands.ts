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

/** What was found out of the owners' rules in a streak of groups: see `askedOnce`. */
const rulesOfStreak = new WeakMap<object, object>();

/**
 * Runs commands as one group commit: one sync to the disk for all of them, and none of them answered before it.
 * Rules that were asked for hold for all that shops and browsers say, until another command may have changed them.
 */
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
      run: async (db, beside, streak) => {
        const goBy = (known: object = {}) => {
          rules = known;
          if (streak) rulesOfStreak.set(streak, rules);
        };
        // The first of a group, also where it is tried again: another collector may have changed the rules.
        if (index === 0) goBy(streak && rulesOfStreak.get(streak));
        const mayChangeRules = !leavesRules(command);
        if (mayChangeRules) goBy();
        try {
          return await runCommand({ ...work, db, rules, beside }, command);
        } finally {
          if (mayChangeRules) goBy();
        }
      },
    })),
    onEnding,
  );
  return settled.map(outcomeOf);
}
