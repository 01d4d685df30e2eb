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

/**
 * A session that waits for nothing for ever, once it is told `impatient`. The server is told no more in the first packet
 * than any pooler lets through.
 */
export function sessionAt(url: string): pg.ClientConfig {
  return {
    ...patientSessionAt(url),
    keepAlive: true,
    // Longer than the server's own limit of a statement: for a server from which nothing comes any more.
    query_timeout: 25 * second,
  };
}

/** For migrations, which take as long as they take, and wait for another collector's; to be told `patient`. */
export function patientSessionAt(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: "enishi",
    types,
    connectionTimeoutMillis: 5 * second,
  };
}

/** What a session is told once it is open, whatever its user, its database or the server have as default. */
export type Settings = Record<string, string>;

/** What is decided after waiting for others has to see what they have stored meanwhile. */
const default_transaction_isolation = "read committed";

export const patient: Settings = {
  default_transaction_isolation,
  lock_timeout: "0",
  statement_timeout: "0",
  idle_in_transaction_session_timeout: "0",
  // From PostgreSQL 17 on.
  transaction_timeout: "0",
};

/**
 * Nothing that is asked here takes as long as the server would take to compile it: a payout's 40,000 rewards were read
 * in 100 ms, and in 600 with that.
 */
const jit = "off";

export const impatient: Settings = {
  default_transaction_isolation,
  jit,
  lock_timeout: "10s",
  statement_timeout: "20s",
  // A collector whose machine has died says no goodbye: what it had locked is free after this.
  idle_in_transaction_session_timeout: "10s",
};

/** Tells a session its settings, in one trip; what this server's version does not know is left out. */
export async function tell(
  client: pg.ClientBase,
  settings: Settings,
): Promise<void> {
  const rows = Object.entries(settings).map(
    ([name, value]) => `('${name}', '${value}')`,
  );
  await client.query(`select set_config(name, value, false)
    from (values ${rows.join(", ")}) as told (name, value)
    where current_setting(name, true) is not null`);
}
