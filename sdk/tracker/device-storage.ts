import { cookieName } from "../protocol/referral-cookie.ts";
import { attempt } from "./attempt.ts";

/** The keys on the device that start so, sorted. */
export function deviceKeys(prefix: string, storage = localStorage): string[] {
  return Object.keys(storage)
    .filter((key) => key.startsWith(prefix))
    .sort();
}

/** Ours all begin with the cookie's name, the widget's too. */
export function eraseDevice(): void {
  attempt(() => {
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of deviceKeys(cookieName, storage))
        storage.removeItem(key);
    }
  });
}
