import type { Connection } from "./open-connection.ts";

/** Who changes something by hand, at the database's own prompt, counts no decision: it is seen after so long. */
const longestMs = 1_000;

interface Row {
  sign: object;
  /** The number of the last decision. */
  made: number;
  since: number;
  /** Groups in it so far. */
  length: number;
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
  const { sign, since, length } = isNext ?? { sign: {}, since: now, length: 0 };
  rows.set(connection, { sign, made, since, length: length + 1 });
  return sign;
}

/** The sign that the next group will likely have, where the last two went in a row: whoever else decides here comes between. */
export function likelySign(connection: Connection): object | undefined {
  const row = rows.get(connection);
  if (!row || row.length < 2) return undefined;
  return performance.now() - row.since < longestMs ? row.sign : undefined;
}

/** Whether a group that was begun with this likely sign has it indeed. */
export function goesOn(
  connection: Connection,
  sign: object,
  made: number,
): boolean {
  const row = rows.get(connection);
  if (row?.sign !== sign || row.made + 1 !== made) return false;
  rows.set(connection, { ...row, made, length: row.length + 1 });
  return true;
}

/** A group was not stored, or nobody knows: the next is the first of another row. */
export function endRow(connection: Connection): void {
  rows.delete(connection);
}
