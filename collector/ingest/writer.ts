import type { ActionInput, ActionOutput, Actions } from "./actions.ts";

/** Runs actions, one group commit at a time. */
export interface Writer {
  /**
   * Resolves when what the action wrote is durable.
   * Rejects with the action's own `DomainError`, or with `overloaded` where too much is waiting.
   */
  run<Name extends keyof Actions>(
    name: Name,
    input: ActionInput<Name>,
  ): Promise<ActionOutput<Name>>;
  /** How many commands wait or are being committed. */
  depth(): number;
  /** Commits what was taken, and then ends the thread. */
  close(): Promise<void>;
}
