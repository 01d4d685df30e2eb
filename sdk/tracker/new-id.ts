/**
 * An id that sorts by time, until 2059: nine characters of base 36
 * milliseconds, then 64 random bits. Rows that arrive in the order of their
 * keys cost a database least.
 */
export function newId(): string {
  const random = crypto.getRandomValues(new Uint32Array(2)).join("");
  // biome-ignore lint/style/useTemplate: a template is over the budget
  return "0" + Date.now().toString(36) + random;
}
