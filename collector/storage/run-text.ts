import { CompiledQuery, type QueryResult } from "kysely";
import type { Database } from "./storage.ts";

/** Runs a finished text, its parameters in the order in which they stand in it. */
export type RunText = (
  text: string,
  parameters: unknown[],
) => Promise<QueryResult<unknown>>;

const ways = new WeakMap<Database, RunText>();

/** Lets finished texts go to the engine itself: on the way past the query builder they cost twice as much. */
export function runTextsBy(db: Database, run: RunText): void {
  ways.set(db, run);
}

/** Runs a finished text by the engine's own way, where it has one. */
export function runText<Row>(
  db: Database,
  text: string,
  parameters: unknown[],
): Promise<QueryResult<Row>> {
  const run = ways.get(db);
  return run
    ? (run(text, parameters) as Promise<QueryResult<Row>>)
    : db.executeQuery(
        CompiledQuery.raw(text, parameters) as CompiledQuery<Row>,
      );
}
