import type { Database } from "./storage.ts";

/** Rows of a table that are only added, one by one. */
export interface RowsOf {
  table: string;
  columns: readonly string[];
  /** Leaves out what is there already. */
  orNothing: boolean;
}

/** Adds a row whose answer nobody needs; what goes wrong is found out before the work has ended. */
export type AddRow = (of: RowsOf, row: object) => Promise<void>;

const ways = new WeakMap<Database, AddRow>();

/** Lets rows be on their way to the engine while the work goes on. */
export function addRowsBy(db: Database, add: AddRow): void {
  ways.set(db, add);
}

/** The engine's own way to add rows, where it has one. */
export function wayToAdd(db: Database): AddRow | undefined {
  return ways.get(db);
}
