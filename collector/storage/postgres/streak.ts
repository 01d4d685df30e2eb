import type { Connection } from "./open-connection.ts";

/** A change made by hand, at the database's own prompt, counts as no decision: a streak ends after so long, so that it is seen. */
const longestMs = 1_000;

/** Groups of one connection that followed one another, with nobody else's decision between them. */
interface Streak {
  /** Stands for the streak: the same object for each of its groups. */
  sign: object;
  /** The number of its last decision. */
  made: number;
  since: number;
  /** Groups in it so far. */
  length: number;
}

const streaks = new WeakMap<Connection, Streak>();

/** The streak that a group is of, by the number of its decision: the group before's where that was the number before, else a new one. */
export function streakOf(connection: Connection, made: number): object {
  const now = performance.now();
  const last = streaks.get(connection);
  const isNext = last && last.made + 1 === made && now - last.since < longestMs;
  const { sign, since, length } = isNext
    ? last
    : { sign: {}, since: now, length: 0 };
  streaks.set(connection, { sign, made, since, length: length + 1 });
  return sign;
}

/** The streak that the next group is likely of: where the last two were of one, nobody else seems to decide anything here. */
export function likelyStreak(connection: Connection): object | undefined {
  const last = streaks.get(connection);
  if (!last || last.length < 2) return undefined;
  return performance.now() - last.since < longestMs ? last.sign : undefined;
}

/** Whether a group is indeed of the streak that was likely, by the number of its decision. */
export function isContinued(
  connection: Connection,
  likely: object,
  made: number,
): boolean {
  const last = streaks.get(connection);
  if (last?.sign !== likely || last.made + 1 !== made) return false;
  streaks.set(connection, { ...last, made, length: last.length + 1 });
  return true;
}

/** A group was not stored, or nobody knows: the next begins another streak. */
export function endStreak(connection: Connection): void {
  streaks.delete(connection);
}
