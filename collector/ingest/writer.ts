import type { ActionRunner } from "../actions/actions.ts";

/**
 * Runs actions, one group commit at a time. Rejects with the action's own `DomainError`, or with `overloaded` where
 * too much is waiting.
 */
export interface Writer extends ActionRunner {
  /** How many commands wait or are being committed. */
  depth(): number;
  /** Commits what was taken, and then ends the thread; what comes meanwhile is refused as `overloaded`. */
  close(): Promise<void>;
}
