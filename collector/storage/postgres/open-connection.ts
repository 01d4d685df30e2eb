import type { PostgresPool, PostgresPoolClient } from "kysely";
import pg from "pg";
import { LostInTransaction, troubleOf } from "./postgres-trouble.ts";
import { statementName } from "./session.ts";

/** One connection, made again where it was lost. */
export interface Connection {
  /** For Kysely: a pool in which there is nothing but this connection. */
  pool: PostgresPool;
  /** Runs statements that take no parameters, in one trip to the server; answers what the server calls the last of them. */
  run(statements: string): Promise<string>;
  /** From here on nothing runs but on this very connection, so that no half of a transaction runs beside it. */
  hold(): Promise<void>;
  letGo(): void;
  /** Gives the connection up; the next statement makes a new one. */
  drop(): void;
}

/**
 * Opens it at the first statement. What asks for several things at once is
 * served in turn; `prepare` runs whenever the connection is made.
 */
export function openConnection(
  session: pg.ClientConfig,
  prepare: (client: pg.Client) => Promise<void>,
): Connection {
  let client: pg.Client | null = null;
  let held: pg.Client | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const drop = () => {
    const dropped = client;
    client = null;
    dropped?.end().catch(() => {});
  };

  async function present(): Promise<pg.Client> {
    if (held && held !== client)
      throw new LostInTransaction("The connection was lost in a transaction.");
    if (client) return client;
    const next = new pg.Client(session);
    const forget = () => {
      if (client === next) client = null;
    };
    next.on("error", forget).on("end", forget);
    try {
      await next.connect();
      await prepare(next);
    } catch (error) {
      next.end().catch(() => {});
      throw error;
    }
    client = next;
    return next;
  }

  function inTurn<Value>(
    ask: (client: pg.Client) => Promise<Value>,
  ): Promise<Value> {
    const asked = last.then(async () => {
      try {
        return await ask(await present());
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble === "lost" || trouble === "stale") drop();
        throw error;
      }
    });
    last = asked.catch(() => {});
    return asked;
  }

  const shared = lent(
    (query) => inTurn((client) => client.query(query)),
    () => {},
  );

  return {
    pool: {
      options: {},
      connect: async () => shared,
      async end() {
        await last;
        await client?.end();
        client = null;
      },
    },
    run: (statements) =>
      inTurn(async (client) => {
        const answers = await client.query(statements);
        const last = Array.isArray(answers) ? answers.at(-1) : answers;
        return (last as pg.QueryResult).command;
      }),
    hold: () =>
      inTurn(async (client) => {
        held = client;
      }),
    letGo() {
      held = null;
    },
    drop,
  };
}

/** A client as Kysely wants it, whose statements are prepared. */
export function lent(
  query: (query: pg.QueryConfig) => Promise<pg.QueryResult>,
  release: () => void,
): PostgresPoolClient {
  const client = {
    query: (text: string, values: unknown[]) => {
      const name = statementName(text);
      return query(
        name === undefined ? { text, values } : { name, text, values },
      );
    },
    release,
  };
  // Its second form, for cursors, is never used.
  return client as unknown as PostgresPoolClient;
}
