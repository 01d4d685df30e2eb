/** Sites, their keys and origins, and the rules of their programmes. */
import type { Generated } from "kysely";

export interface SitesTable {
  id: string;
  name: string;
  public_key: string;
  /** Encrypted by the vault. */
  signing_key: string;
  /** JSON list; links land on the first. */
  origins: string;
  consent: "granted" | "required";
  created_at: number;
  /** 1 for a site to try things out: no money counts. */
  test: Generated<number>;
  /** Whose trial a test site is. */
  test_of: string | null;
  /** Since when its keys are refused; `null` for a site that is open. */
  closed_at: Generated<number | null>;
}

export interface ApiKeysTable {
  hash: string;
  site_id: string;
  created_at: number;
  revoked_at: number | null;
  id: string;
  label: string;
  /** The last symbols, by which the owner recognises it; `null` for keys older than that. */
  ending: string | null;
  /** Until when it holds, where another has taken its place. */
  ends_at: number | null;
  /** The hour in which it was last used. */
  used_at: number | null;
}

/** Keys that another has replaced, and that still hold. */
export interface FormerKeysTable {
  id: string;
  site_id: string;
  kind: "public" | "signing";
  /** A signing key is encrypted by the vault. */
  value: string;
  replaced_at: number;
  /** `null`: until it is ended by hand. */
  ends_at: number | null;
}

/** The origins of all sites, for looking up whose an origin is. */
export interface SiteOriginsAllowedTable {
  origin: string;
  site_id: string;
}

export interface ProgramVersionsTable {
  site_id: string;
  program_id: string;
  version: number;
  /** The rules document, JSON. */
  rules: string;
  created_at: number;
  created_by: string;
}
