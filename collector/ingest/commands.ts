import { type ActionInput, type Actions, actions } from "../actions/actions.ts";
import { onlyAdds } from "../actions/incoming-events.ts";
import type { Work } from "../actions/work.ts";

/** An action asked for, in a form that can cross threads. */
export interface Command {
  name: keyof Actions;
  input: unknown;
}

/**
 * Runs one command. The table's types hold on both sides of the thread, so the input is what the action takes.
 */
export function runCommand(work: Work, command: Command): Promise<unknown> {
  const action = actions[command.name] as (
    work: Work,
    input: unknown,
  ) => Promise<unknown>;
  return action(work, command.input);
}

/** Beacons that only add rows cannot fail half-way; everything else gets a savepoint. */
export function needsSavepoint({ name, input }: Command): boolean {
  if (name !== "recordEvents") return true;
  return !onlyAdds(input as ActionInput<"recordEvents">);
}

/** Whether a command may run beside others of its kind in one transaction. Orders may: `recordConversion` finds out what they have to do with one another. */
export function runsBeside({ name }: Command): boolean {
  return name === "recordConversion";
}

/** Whether a command leaves every programme, endpoint and site as it was: so does what shops and browsers say. */
export function leavesRules({ name }: Command): boolean {
  return name === "recordEvents" || name === "recordConversion";
}

/** The site whose share of the writer a command takes; those of no site, such as jobs, have a share together. */
export function siteOf({ input }: Command): string {
  const { siteId } = (input ?? {}) as { siteId?: unknown };
  return typeof siteId === "string" ? siteId : "";
}

/** Beacons that are as much work as one order. */
const beaconsAtOnce = 5;

/** In orders, so that a site's share cannot be stretched by larger batches. */
export function weightOf({ name, input }: Command): number {
  if (name !== "recordEvents") return 1;
  const { events } = input as ActionInput<"recordEvents">;
  return Math.max(1, Math.ceil(events.length / beaconsAtOnce));
}
