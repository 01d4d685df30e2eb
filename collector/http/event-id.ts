import { createHash } from "node:crypto";
import { nanoid } from "nanoid";

/** An id for an event that came without one: time-ordered, like the tracker's. */
export function newEventId(): string {
  return Date.now().toString(36).padStart(9, "0") + nanoid(12);
}

/** The same id for the same words: a repeated order that came without an id is recognised. */
export function eventIdOf(words: (string | null)[]): string {
  return createHash("sha256")
    .update(JSON.stringify(words))
    .digest("base64url")
    .slice(0, 32);
}
