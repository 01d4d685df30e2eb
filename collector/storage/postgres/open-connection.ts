import type { PostgresPool, PostgresPoolClient } from "kysely";
import pg from "pg";
import { asOneStatement, fitsIn, type Told } from "./as-one-statement.ts";
import { LostInTransaction, troubleOf } from "./postgres-trouble.ts";
import { statementName } from "./session.ts";

/** One connection, made again where it was lost. */
export interface Connection {
  /** For Kysely: a pool in which there is nothing but this connection. */
  pool: PostgresPool;
  /** Runs a statement, prepared. */
  query(text: string, values: unknown[]): Promise<pg.QueryResult>;
  /** Sends a statement on its way. Within a transaction nobody waits for it: what goes wrong is thrown by `allSaid`. */
  tell(text: string, values: unknown[]): Promise<void>;
  /** Waits for what was told, and throws the first that went wrong. */
  allSaid(): Promise<void>;
  /** How many statements were sent that may have changed something. */
  written(): number;
  /** Runs statements that take no parameters, in one trip to the server; answers what the server calls the last of them. */
  run(statements: string): Promise<string>;
  /** From here on nothing runs but on this very connection, so that no half of a transaction runs beside it. */
  hold(): Promise<void>;
  letGo(): void;
  /** Gives the connection up; the next statement makes a new one. */
  drop(): void;
}

/**
 * Opens it at the first statement. What is asked while something else is under way is sent at once, and done in
 * the order in which it was asked; `prepare` runs whenever the connection is made.
 */
export function openConnection(
  session: pg.ClientConfig,
  prepare: (client: pg.Client) => Promise<void>,
): Connection {
  let client: pg.Client | null = null;
  let connecting: Promise<pg.Client> | null = null;
  let held: pg.Client | null = null;
  let written = 0;
  let told: Told[] = [];
  let said: Promise<unknown>[] = [];

  const forget = (lost: pg.Client) => {
    if (client === lost) client = null;
  };
  const drop = (dropped: pg.Client) => {
    forget(dropped);
    dropped.end().catch(() => {});
  };

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ ...session, pipeline: true });
    next.on("error", () => forget(next)).on("end", () => forget(next));
    try {
      await next.connect();
      await prepare(next);
    } catch (error) {
      next.end().catch(() => {});
      throw error;
    } finally {
      connecting = null;
    }
    client = next;
    return next;
  }

  async function ask<Value>(
    of: (client: pg.Client) => Promise<Value>,
  ): Promise<Value> {
    if (held && held !== client)
      throw new LostInTransaction("The connection was lost in a transaction.");
    if (!client) connecting ??= connect();
    const asked = client ?? (await (connecting as Promise<pg.Client>));
    try {
      return await of(asked);
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === "lost" || trouble === "stale") drop(asked);
      throw error;
    }
  }

  const send = (config: pg.QueryConfig) =>
    ask((client) => {
      sendTogether(client);
      return client.query(config);
    });

  /** Says what was told, before whatever is asked next. */
  const sayTold = () => {
    if (!told.length) return;
    const { text, values } = asOneStatement(told);
    told = [];
    const asked = send(prepared(text, values));
    asked.catch(() => {});
    said.push(asked);
  };

  const query = (config: pg.QueryConfig) => {
    if (!/^select\b/i.test(config.text ?? "")) written += 1;
    sayTold();
    return send(config);
  };
  const shared = lent(query, () => {});

  return {
    pool: {
      options: {},
      connect: async () => shared,
      async end() {
        await client?.end();
        client = null;
      },
    },
    query: (text, values) => query(prepared(text, values)),
    async tell(text, values) {
      if (!held) {
        await query(prepared(text, values));
        return;
      }
      written += 1;
      if (!told.length) process.nextTick(sayTold);
      if (!fitsIn(told, { text, values })) sayTold();
      told.push({ text, values });
    },
    async allSaid() {
      sayTold();
      const all = said;
      said = [];
      for (const one of all) await one;
    },
    written: () => written,
    run: (statements) => {
      sayTold();
      return ask(async (client) => {
        const answers = await client.query(statements);
        const last = Array.isArray(answers) ? answers.at(-1) : answers;
        return (last as pg.QueryResult).command;
      });
    },
    hold: () =>
      ask(async (client) => {
        held = client;
        told = [];
        said = [];
      }),
    letGo() {
      held = null;
    },
    drop() {
      if (client) drop(client);
    },
  };
}

/** What is asked before anything is waited for goes to the system in one piece. */
function sendTogether({ connection: { stream } }: pg.Client): void {
  if (stream.writableCorked) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

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

function prepared(text: string, values: unknown[]): pg.QueryConfig {
  const name = statementName(text);
  return name === undefined ? { text, values } : { name, text, values };
}
