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

/** Orders by different people have little to do with one another: see `recordConversion` for what they have. */
export function runsBeside({ name }: Command): boolean {
  return name === "recordConversion";
}

/** What shops and browsers say: after it every programme, endpoint and site is as it was before. */
export function leavesRules({ name }: Command): boolean {
  return name === "recordEvents" || name === "recordConversion";
}

/** Of whose share of the writer it takes; what is for no site, such as jobs, has a share of its own. */
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
