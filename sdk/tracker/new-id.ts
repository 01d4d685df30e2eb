import { nanoid } from "nanoid";

/**
 * An id that sorts by time: nine characters of base 36 milliseconds, then
 * randomness. Rows that arrive in the order of their keys cost a database least.
 */
export function newId(now: number, random = () => nanoid(12)): string {
  return now.toString(36).padStart(9, "0") + random();
}
