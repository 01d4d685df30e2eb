import { cookieName } from "../protocol/referral-cookie.ts";
import { attempt } from "./attempt.ts";
import { writeCookie } from "./cookie.ts";

/** Writes both, since either may be refused, and answers something true where one was not; nothing erases every key of ours, the widget's too. */
export function writeDevice(value: string): unknown {
  const inCookie = attempt(() => writeCookie(value));
  const inStorage = attempt(() => {
    if (value) {
      localStorage[cookieName] = value;
      return value;
    }
    keysOf(cookieName).map(dropKey);
  });
  return inCookie || inStorage;
}

/** The keys that start so, sorted. */
export function keysOf(prefix: string): string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .sort();
}

export function dropKey(key: string): void {
  localStorage.removeItem(key);
}
