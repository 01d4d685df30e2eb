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

const quietWays = new WeakMap<Database, TellText>();

/** Says a finished text whose answer nobody needs; what goes wrong is found out before the work has ended. */
export type TellText = (text: string, parameters: unknown[]) => Promise<void>;

/** Lets what need not be answered go on its way while the work goes on. */
export function tellTextsBy(db: Database, tell: TellText): void {
  quietWays.set(db, tell);
}

/** Runs a finished text of which only that it was run matters. */
export async function tellText(
  db: Database,
  text: string,
  parameters: unknown[],
): Promise<void> {
  const tell = quietWays.get(db);
  await (tell ? tell(text, parameters) : runText(db, text, parameters));
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
