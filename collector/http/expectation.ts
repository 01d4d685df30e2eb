/** Longest piece of somebody's input that a message repeats. */
const shownLength = 60;

/** Says what was expected and what came: the form of every message about a field. */
export function expectation(what: string, came: unknown): string {
  return came === undefined
    ? `Expected ${what}; it is missing.`
    : `Expected ${what} and got ${shown(came)}.`;
}

/** A value as a reader recognises it, shortened, and never able to break a log line. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > shownLength
    ? `${text.slice(0, shownLength).toWellFormed()}... (${text.length} characters)`
    : text;
}
