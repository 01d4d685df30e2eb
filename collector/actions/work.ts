import type { Beside } from "../storage/beside.ts";
import type { Database } from "../storage/storage.ts";
import type { Vault } from "../storage/vault.ts";

/** What a read needs. */
export interface Reading {
  db: Database;
  vault: Vault;
  /** The collector's address as browsers see it, without a trailing slash. */
  publicUrl: string;
  /** Epoch milliseconds. */
  now(): number;
  /** Stands for the owners' rules of now: the same object for as long as they cannot have changed. See `askedOnce`. */
  rules?: object;
  /** Given where other orders are under way in the same transaction: whatever may depend on them asks here first. */
  beside?: Beside | undefined;
}

/** What an action needs: a read's needs, and new names. */
export interface Work extends Reading {
  /** A new id, `prefix_` and then ordered by time. */
  newId(prefix: string): string;
  /** A new referral code; whether it is taken is the caller's to find out. */
  newCode(): string;
  /** A new secret that nobody can guess. */
  newSecret(): string;
}

/** The link that a member shares. */
export function linkTo(reading: Reading, code: string): string {
  return `${reading.publicUrl}/r/${code}`;
}
