import type { Database } from "./storage.ts";

/** Rows of a table that are only added, one by one. */
export interface RowsOf {
  table: string;
  columns: readonly string[];
  /** Leaves out what is there already. */
  orNothing: boolean;
}

/** Adds a row without waiting for the engine's answer. Where that is an error, the work fails before it has ended. */
export type AddRow = (of: RowsOf, row: object) => Promise<void>;

const ways = new WeakMap<Database, AddRow>();

/** Says how the engine of this database adds rows while the work goes on. */
export function addRowsBy(db: Database, add: AddRow): void {
  ways.set(db, add);
}

/** How it does; `undefined` where rows are simply inserted. */
export function wayToAdd(db: Database): AddRow | undefined {
  return ways.get(db);
}
