import type { Connection } from "./open-connection.ts";

/** Who changes something by hand, at the database's own prompt, counts no decision: it is seen after so long. */
const longestMs = 1_000;

interface Row {
  sign: object;
  /** The number of the last decision. */
  made: number;
  since: number;
}

const rows = new WeakMap<Connection, Row>();

/**
 * A sign for a group that was begun with a decision of this number: the same as for the group before, where nobody else
 * has decided anything between the two.
 */
export function signOf(connection: Connection, made: number): object {
  const now = performance.now();
  const row = rows.get(connection);
  const isNext =
    row && row.made + 1 === made && now - row.since < longestMs ? row : null;
  const { sign, since } = isNext ?? { sign: {}, since: now };
  rows.set(connection, { sign, made, since });
  return sign;
}

/** A group was not stored, or nobody knows: the next is the first of another row. */
export function endRow(connection: Connection): void {
  rows.delete(connection);
}
