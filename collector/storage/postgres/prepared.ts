import type { PostgresPoolClient } from "kysely";
import type pg from "pg";

/** A client as Kysely wants it, whose statements are prepared. */
export function lent(
  query: (query: pg.QueryConfig) => Promise<pg.QueryResult>,
  release: () => void,
): PostgresPoolClient {
  const client = {
    query: (text: string, values: unknown[]) => query(prepared(text, values)),
    release,
  };
  // Its second form, for cursors, is never used.
  return client as unknown as PostgresPoolClient;
}

/** A statement with its values, under the name by which the server knows it. */
export function prepared(text: string, values: unknown[]): pg.QueryConfig {
  const name = statementName(text);
  return name === undefined ? { text, values } : { name, text, values };
}

/** Texts that a connection prepares: lists of every length have texts of their own, and none of them is worth keeping. */
const maxPrepared = 400;
const seen = new Set<string>();
const names = new Map<string, string>();

/** The name under which a text is prepared, once it has come twice. */
function statementName(text: string): string | undefined {
  const name = names.get(text);
  if (name !== undefined || names.size >= maxPrepared) return name;
  if (seen.delete(text)) {
    const next = `enishi_${names.size}`;
    names.set(text, next);
    return next;
  }
  if (seen.size >= maxPrepared) seen.clear();
  seen.add(text);
  return undefined;
}
