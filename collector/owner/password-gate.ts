import { isSameSecret } from "./is-same-secret.ts";

const freeTries = 5;
const longestWaitMs = 30_000;

export type Entry =
  | { open: true }
  | { open: false; retryAfterMs: number | null };

/**
 * Lets a password in, and makes guessing slow: after five wrong ones in a row
 * each further try has to wait, up to half a minute. The count is for
 * everybody together, because a count for each address would need addresses
 * to be kept; those who are already signed in notice nothing.
 */
export function createPasswordGate(password: string, now: () => number) {
  let wrong = 0;
  let nextTryAt = 0;
  return (typed: string): Entry => {
    const retryAfterMs = nextTryAt - now();
    if (retryAfterMs > 0) return { open: false, retryAfterMs };
    if (isSameSecret(typed, password)) {
      wrong = 0;
      return { open: true };
    }
    wrong += 1;
    if (wrong >= freeTries) {
      nextTryAt =
        now() + Math.min(1000 * 2 ** (wrong - freeTries), longestWaitMs);
    }
    return { open: false, retryAfterMs: null };
  };
}
