import { attempt } from "./attempt.ts";

/** What ours begin with, the widget's too. */
export const keyPrefix = "_enishi";

/** The keys on the device that start so, sorted. */
export function deviceKeys(prefix: string, storage = localStorage): string[] {
  return Object.keys(storage)
    .filter((key) => key.startsWith(prefix))
    .sort();
}

export function eraseDevice(): void {
  attempt(() => {
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of deviceKeys(keyPrefix, storage)) storage.removeItem(key);
    }
  });
}
