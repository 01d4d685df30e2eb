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
