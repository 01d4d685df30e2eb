import { nanoid } from "nanoid";

/** An id for an event that came without one: time-ordered, like the tracker's. */
export function newEventId(): string {
  return Date.now().toString(36).padStart(9, "0") + nanoid(12);
}
