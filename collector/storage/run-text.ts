import { CompiledQuery, type QueryResult } from "kysely";
import type { Database } from "./storage.ts";

/** Runs a finished text, its parameters in the order in which they stand in it. */
export type RunText = (
  text: string,
  parameters: unknown[],
) => Promise<QueryResult<unknown>>;

const ways = new WeakMap<Database, RunText>();

/** Says how the engine of this database runs finished texts by itself: through the query builder they cost twice as much. */
export function runTextsBy(db: Database, run: RunText): void {
  ways.set(db, run);
}

/** Runs a finished text as its engine does, else through the query builder. */
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
