import { cookieName } from "../protocol/referral-cookie.ts";
import { attempt } from "./attempt.ts";
import { readCookie, writeCookie } from "./cookie.ts";

/** What cookie and mirror hold. */
export function readDevice(): [
  cookie: string | undefined,
  mirror: string | undefined,
] {
  return [attempt(readCookie), attempt(() => localStorage[cookieName])];
}

/** Writes both, since either may be refused; nothing erases every key of ours, the widget's too. */
export function writeDevice(value: string): void {
  attempt(() => writeCookie(value));
  attempt(() => {
    if (value) localStorage[cookieName] = value;
    else keysOf(cookieName).map(dropKey);
  });
}

/** The keys that start so, sorted. */
export function keysOf(prefix: string): string[] {
  return Object.keys(localStorage)
    .filter((key) => !key.indexOf(prefix))
    .sort();
}

export function dropKey(key: string): void {
  delete localStorage[key];
}
