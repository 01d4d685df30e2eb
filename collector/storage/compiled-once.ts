import { type Compilable, CompiledQuery, type QueryResult } from "kysely";
import type { Database } from "./storage.ts";

/**
 * A query whose text is built once a database and then run with other parameters, in the order of the text:
 * building it anew costs more than running it, and beacons come by the million.
 */
export function compiledOnce<Row>(
  build: (db: Database) => Compilable,
): (db: Database, parameters: unknown[]) => Promise<QueryResult<Row>> {
  const texts = new WeakMap<Database, string>();
  return (db, parameters) => {
    let text = texts.get(db);
    if (text === undefined) {
      text = build(db).compile().sql;
      texts.set(db, text);
    }
    return db.executeQuery(
      CompiledQuery.raw(text, parameters) as CompiledQuery<Row>,
    );
  };
}
