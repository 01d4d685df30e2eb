import Sqlite from "better-sqlite3";
import pg from "pg";
import { isPostgres } from "../collector/storage/is-postgres.ts";

type Ways = Record<string, (...values: unknown[]) => unknown>;

/**
 * Calls `before` ahead of each statement of this process, with its number, from `begin` to `end`. Whoever asks the engine
 * for anything passes here: queries, savepoints, begin and commit.
 */
export function beforeStatements(
  path: string,
  before: (count: number) => void,
): { begin(): void; end(): void } {
  const [ways, names] = waysTo(path);
  const originals = names.map((name) => ways[name] as Ways[string]);
  let count = 0;
  return {
    begin() {
      for (const [n, name] of names.entries())
        ways[name] = function (...values) {
          count += 1;
          before(count);
          return originals[n]?.apply(this, values);
        };
    },
    end() {
      for (const [n, name] of names.entries())
        ways[name] = originals[n] as Ways[string];
    },
  };
}

function waysTo(path: string): [ways: Ways, names: string[]] {
  if (isPostgres(path))
    return [pg.Client.prototype as unknown as Ways, ["query"]];
  const statement = new Sqlite(":memory:").prepare("select 1");
  return [Object.getPrototypeOf(statement), ["run", "get", "all", "iterate"]];
}
