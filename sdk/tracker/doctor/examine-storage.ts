import type { Exception } from "./words.ts";

/** The longest event that is kept. */
const eventLength = 5_000;

/** Is there room for an event on this device? What is full is mended elsewhere than what is refused. */
export function examineStorage(): {
  isGood: boolean;
  exception?: Exception | undefined;
} {
  try {
    localStorage._enishi_doctor = "1".repeat(eventLength);
    localStorage.removeItem("_enishi_doctor");
    return { isGood: true };
  } catch (error) {
    const isFull = (error as Error).name === "QuotaExceededError";
    return { isGood: false, exception: isFull ? "storageFull" : undefined };
  }
}
