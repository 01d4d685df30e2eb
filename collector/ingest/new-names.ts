import { customAlphabet, nanoid } from "nanoid";

/** No vowels, so no words; nothing that looks like something else, so it can be read aloud. */
const codeAlphabet = "23456789BCDFGHJKMNPQRSTVWXYZ";

/** A code that a member shares: eight symbols. */
export const newCode = customAlphabet(codeAlphabet, 8);

/** A token that nobody can guess. */
export const newSecret = () => nanoid(32);

let lastTime = 0;
let sequence = 0;

/** `prefix_`, the time in base 36, a running number within it, and chance: ids made here sort by time. */
export function newId(prefix: string): string {
  const now = Math.max(Date.now(), lastTime);
  sequence = now === lastTime ? sequence + 1 : 0;
  lastTime = now;
  const time = now.toString(36).padStart(9, "0");
  return `${prefix}_${time}${sequence.toString(36).padStart(3, "0")}${nanoid(8)}`;
}
