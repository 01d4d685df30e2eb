import pg from "pg";

/** PostgreSQL's numbers of the types that are read otherwise than `pg` does. */
const bool = 16;
const int8 = 20;
const numeric = 1700;

/** Amounts and instants fit into a number, and so do their sums; flags are 0 or 1, as in SQLite. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === int8 || oid === numeric) return Number;
    if (oid === bool) return (text: string) => (text === "t" ? 1 : 0);
    return pg.types.getTypeParser(oid, format);
  },
};

const second = 1_000;

/** A session that waits for nothing for ever. */
export function sessionAt(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: "enishi",
    types,
    keepAlive: true,
    connectionTimeoutMillis: 5 * second,
    lock_timeout: 10 * second,
    statement_timeout: 20 * second,
    // A collector whose machine has died says no goodbye: what it had locked is free after this.
    idle_in_transaction_session_timeout: 10 * second,
    // The server's own limit comes first, unless nothing comes from it any more.
    query_timeout: 25 * second,
  };
}

/** For migrations, which take as long as they take, and wait for another collector's. */
export function patientSessionAt(url: string): pg.ClientConfig {
  const { connectionString, application_name, connectionTimeoutMillis } =
    sessionAt(url);
  const patient = { connectionString, application_name, types };
  return connectionTimeoutMillis === undefined
    ? patient
    : { ...patient, connectionTimeoutMillis };
}

/** Texts that a connection prepares: lists of every length have texts of their own, and none of them is worth keeping. */
const maxPrepared = 400;
const seen = new Set<string>();
const names = new Map<string, string>();

/** The name under which a text is prepared, once it has come twice. */
export function statementName(text: string): string | undefined {
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
