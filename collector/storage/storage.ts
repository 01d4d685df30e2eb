import type { Kysely } from "kysely";
import type { Beside } from "./beside.ts";
import type { Schema } from "./schema.ts";

/** Queries run on this; inside a group commit it is the group's own connection. */
export type Database = Kysely<Schema>;

/** One piece of work in a group. It keeps all its writes or none. */
export interface GroupWork<Output> {
  /**
   * @param streak the same object for groups of this process that were all stored, with nobody else's decision between
   * them; `undefined` where that is not known
   */
  run(db: Database, beside?: Beside, streak?: object): Promise<Output>;
  /** False for work that cannot fail half-way, and so needs no savepoint. */
  needsSavepoint: boolean;
  /** True for work that may run beside others of its kind, keeping to what it is given for that. */
  runsBeside?: boolean;
}

/** A database that can be written. Adapters are named after their engine; one contract suite runs on each. */
export interface Storage {
  readonly db: Database;
  /**
   * Runs every work in one transaction, each as if in a savepoint of its own, and answers one result for each once all of
   * it is durable. They run one after another, in order, but for those that run beside others. A work may be run more than
   * once: where one fails half-way, all are run anew. Throws, having stored nothing, where the commit itself fails.
   * A group of which any work needs a savepoint counts as a decision.
   *
   * @param onEnding told, once at most, when all that is left is the disk's to do: a further group may come meanwhile
   */
  commitGroup<Output>(
    group: GroupWork<Output>[],
    onEnding?: () => void,
  ): Promise<PromiseSettledResult<Output>[]>;
  close(): Promise<void>;
}
