/** Who refers: members, their tokens and codes. */

export interface MembersTable {
  id: string;
  site_id: string;
  program_id: string;
  person_id: string;
  external_id: string | null;
  join_key_hash: string | null;
  /** Encrypted by the vault. */
  email: string | null;
  email_index: string | null;
  /** Encrypted by the vault. */
  name: string | null;
  public_name: string | null;
  kind: string;
  state: "active" | "suspended";
  suspended_because: string | null;
  terms_version: string | null;
  terms_accepted_at: number | null;
  created_at: number;
}

export interface MemberTokensTable {
  hash: string;
  member_id: string;
  created_at: number;
  revoked_at: number | null;
}

export interface CodesTable {
  code: string;
  site_id: string;
  member_id: string;
  created_at: number;
}
