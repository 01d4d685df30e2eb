import type { PostgresPool } from "kysely";
import pg from "pg";
import type { RowsOf } from "../add-rows.ts";
import { type Answer, gatherQuestions } from "./gather-questions.ts";
import { gatherRows } from "./gather-rows.ts";
import { LostInTransaction, troubleOf } from "./postgres-trouble.ts";
import { lent, prepared } from "./prepared.ts";

/** One connection, made again where it was lost. */
export interface Connection {
  /** For Kysely: a pool in which there is nothing but this connection. */
  pool: PostgresPool;
  /** Runs a statement, prepared. In a transaction, those that only read are gathered: all of one turn go to the server together. */
  ask(text: string, values: unknown[]): Promise<Answer>;
  /** Sends a row on its way. Within a transaction nobody waits for it: what goes wrong is thrown by `allAdded`. */
  add(of: RowsOf, row: object): Promise<void>;
  /** Waits for the rows that were added, and throws the first thing that went wrong. */
  allAdded(): Promise<void>;
  /** How many statements were sent that may have changed something. */
  written(): number;
  /** Runs statements that take no parameters, in one trip to the server; answers the last of them. */
  run(statements: string): Promise<pg.QueryResult>;
  /** To be called before a transaction: waits until the one before has let go. From here on a statement fails rather than run on a new connection, and so outside of the transaction. */
  hold(): Promise<void>;
  /** To be called when the transaction has ended, or its end has been asked for. */
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
  const rows = gatherRows();
  const questions = gatherQuestions();
  let adding: Promise<unknown>[] = [];
  /** Resolves when the last transaction has let go. */
  let last = Promise.resolve();
  let release = () => {};

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

  /** Uses the one connection, made anew where there is none, and gives it up where it has failed. */
  async function withClient<Value>(
    use: (client: pg.Client) => Promise<Value>,
  ): Promise<Value> {
    if (held && held !== client)
      throw new LostInTransaction("The connection was lost in a transaction.");
    if (!client) connecting ??= connect();
    const used = client ?? (await (connecting as Promise<pg.Client>));
    try {
      return await use(used);
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === "lost" || trouble === "stale") drop(used);
      throw error;
    }
  }

  const send = (config: pg.QueryConfig) =>
    withClient((client) => {
      sendTogether(client);
      return client.query(config);
    });

  /** Adds what was gathered, before whatever is asked next. */
  const addRows = () => {
    const statement = rows.take();
    if (!statement) return;
    const asked = send(prepared(statement.text, statement.values));
    asked.catch(() => {});
    adding.push(asked);
  };
  const sendGathered = () => {
    addRows();
    questions.ask((text, values) => send(prepared(text, values)));
  };

  const query = (config: pg.QueryConfig) => {
    if (!reads(config.text)) written += 1;
    sendGathered();
    return send(config);
  };
  const shared = lent(query, () => {});

  async function allAdded(): Promise<void> {
    addRows();
    const all = adding;
    adding = [];
    for (const one of all) await one;
  }

  return {
    pool: {
      options: {},
      connect: async () => shared,
      async end() {
        await client?.end();
        client = null;
      },
    },
    ask(text, values) {
      if (!held || !reads(text)) return query(prepared(text, values));
      if (questions.isEmpty) process.nextTick(sendGathered);
      return questions.add(text, values);
    },
    async add(of, row) {
      written += 1;
      if (!held) {
        rows.add(of, row);
        addRows();
        await allAdded();
        return;
      }
      if (rows.isEmpty) process.nextTick(sendGathered);
      rows.add(of, row);
    },
    allAdded,
    written: () => written,
    run: (statements) => {
      sendGathered();
      return withClient(async (client) => {
        const answers = await client.query(statements);
        return Array.isArray(answers) ? answers.at(-1) : answers;
      });
    },
    async hold() {
      const before = last;
      let done = () => {};
      last = new Promise((resolve) => {
        done = resolve;
      });
      await before;
      release = done;
      rows.take();
      adding = [];
      await withClient(async (client) => {
        held = client;
      }).catch((error) => {
        done();
        throw error;
      });
    },
    letGo() {
      held = null;
      release();
    },
    drop() {
      if (client) drop(client);
    },
  };
}

/** All statements of one turn go to the operating system in one piece. */
function sendTogether({ connection: { stream } }: pg.Client): void {
  if (stream.writableCorked) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** By its first word: whatever changes anything begins with another. */
function reads(text: string | undefined): boolean {
  return /^select\b/i.test(text ?? "");
}
