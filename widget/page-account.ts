import { type Account, createAccount } from "./account.ts";
import type { Enishi } from "./enishi.ts";

const accounts = new Map<Enishi, Record<string, Account>>();

/** The page's one account for an element's tracker and programme, made when first asked for. */
export function pageAccount(
  enishi: Enishi,
  program: string,
  fetch: typeof window.fetch,
): Account {
  const ofTracker = accounts.get(enishi) ?? {};
  accounts.set(enishi, ofTracker);
  ofTracker[program] ??= createAccount(enishi, program, fetch);
  return ofTracker[program];
}
