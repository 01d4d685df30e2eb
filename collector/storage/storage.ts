import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

/** Queries run on this; inside a group commit it is the group's own connection. */
export type Database = Kysely<Schema>;

/** One piece of work in a group. It keeps all its writes or none. */
export interface GroupWork<Output> {
  run(db: Database): Promise<Output>;
  /** False for work that cannot fail half-way, and so needs no savepoint. */
  needsSavepoint: boolean;
}

/** A database that can be written. Adapters are named after their engine; one contract suite runs on each. */
export interface Storage {
  readonly db: Database;
  /**
   * Runs every work in one transaction, in order, each as if in a savepoint of its own,
   * and answers one result a work once all of it is durable. Where one fails half-way, all are run anew.
   * Throws, having stored nothing, where the commit itself fails.
   * A group of which any work needs a savepoint counts as a decision.
   */
  commitGroup<Output>(
    group: GroupWork<Output>[],
  ): Promise<PromiseSettledResult<Output>[]>;
  close(): Promise<void>;
}
