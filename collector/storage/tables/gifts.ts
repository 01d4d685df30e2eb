/** Gift codes, and the pools that they come from. */
import type { Generated } from "kysely";

/** A stock of codes, all worth the same, for one step of a programme. */
export interface GiftPoolsTable {
  id: string;
  site_id: string;
  name: string;
  program_id: string;
  step_on: string;
  /** Whom it is for; `null` for both. */
  side: "referrer" | "friend" | null;
  kind: "gift";
  value_minor: number;
  currency: string;
  /** Where a code is used. */
  url: string | null;
  /** Fewer than so many left is low. */
  low_below: number;
  created_at: number;
  /** From when on nothing is handed out from it. */
  retired_at: number | null;
}

export interface GiftCodesTable {
  id: string;
  site_id: string;
  pool_id: string;
  /** Encrypted by the vault. */
  code: string;
  /** Keyed hash, unique on a site: the same code is never stored twice. */
  code_index: string;
  added_at: number;
  /** The reward that has it, for ever. */
  reward_id: string | null;
  handed_out_at: number | null;
  /** When its reward was taken back all the same; the code may have been used. */
  taken_back_at: number | null;
  /** From when on nobody honours it; `neverAt` for never. */
  expires_at: Generated<number>;
  /** When the owner took it out before it was handed out. */
  withdrawn_at: number | null;
}
