import { randomName } from "../sessions.ts";

/** A name that nobody has used: the form carries it, so that sending it twice makes one run. */
export function newRunId(now: number, currency: string): string {
  const day = new Date(now).toISOString().slice(0, 10);
  const mark = randomName()
    .replace(/[^0-9A-Za-z]/g, "")
    .slice(0, 6);
  return `${day}-${currency}-${mark}`;
}
