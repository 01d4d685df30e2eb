import { cookieName } from "../protocol/referral-cookie.ts";
import { attempt } from "./attempt.ts";
import { writeCookie } from "./cookie.ts";

/** Writes both, since either may be refused; nothing erases every key of ours, the widget's too. */
export function writeDevice(value: string): void {
  attempt(() => writeCookie(value));
  attempt(() => {
    if (value) localStorage[cookieName] = value;
    else {
      for (const storage of [localStorage, sessionStorage]) {
        for (const key of keysOf(cookieName, storage)) storage.removeItem(key);
      }
    }
  });
}

/** The keys that start so, sorted. */
export function keysOf(prefix: string, storage = localStorage): string[] {
  return Object.keys(storage)
    .filter((key) => key.startsWith(prefix))
    .sort();
}
