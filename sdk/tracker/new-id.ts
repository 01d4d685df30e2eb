/**
 * An id that sorts by time: nine characters of base 36 milliseconds, then 64
 * random bits. Rows that arrive in the order of their keys cost a database least.
 */
export function newId(now = Date.now(), random = randomPart): string {
  return now.toString(36).padStart(9, "0") + random();
}

function randomPart(): string {
  return crypto
    .getRandomValues(new Uint32Array(2))
    .reduce((text, part) => text + part.toString(36).padStart(7, "0"), "");
}
