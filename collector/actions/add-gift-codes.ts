import { insertGiftCode, neverAt } from "../storage/queries/gifts.ts";
import { refuseExpired, refuseRetired } from "./change-gift-pool.ts";
import { fillWaitingGifts } from "./fill-waiting-gifts.ts";
import {
  answerGiftPool,
  findGiftPool,
  type GiftPoolAnswer,
} from "./list-gift-pools.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/** A code, and where in the upload it stood. */
export interface UploadedCode {
  line: number;
  code: string;
}

interface Upload {
  siteId: string;
  pool: string;
  codes: UploadedCode[];
  /** From when on nobody honours them; `null`, or left out, for never. */
  expiresAt?: number | null;
  by: string;
}

/** What came of an upload. */
export interface StoredCodes {
  added: number;
  /** Lines whose code was already known, or came before in this upload. */
  duplicates: number[];
  /** Waiting rewards that were given a code. */
  settled: number;
}

/** `storeGiftCodes`, with what then stands in the pool: to know it, the whole pool is counted. */
export async function addGiftCodes(
  work: Work,
  input: Upload,
): Promise<StoredCodes & { pool: GiftPoolAnswer }> {
  const stored = await storeGiftCodes(work, input);
  const pool = await findGiftPool(work, input.siteId, input.pool);
  return { ...stored, pool: await answerGiftPool(work, pool) };
}

/**
 * Puts codes into a pool, and hands them to the rewards that wait for them, the longest promised first.
 * A code that the site has or had, in whatever pool, is not stored again, so that an upload may be repeated.
 */
export async function storeGiftCodes(
  work: Work,
  input: Upload,
): Promise<StoredCodes> {
  const { db, vault } = work;
  const { siteId } = input;
  const pool = await findGiftPool(work, siteId, input.pool);
  refuseRetired(pool);
  const now = work.now();
  const expiresAt = input.expiresAt ?? neverAt;
  refuseExpired(expiresAt, now);
  const duplicates: number[] = [];
  for (const { line, code } of input.codes) {
    const isNew = await insertGiftCode(db, {
      id: work.newId("gft"),
      site_id: siteId,
      pool_id: pool.id,
      code: vault.encrypt(code),
      code_index: vault.indexGiftCode(code),
      added_at: now,
      reward_id: null,
      handed_out_at: null,
      taken_back_at: null,
      expires_at: expiresAt,
      withdrawn_at: null,
    });
    if (!isNew) duplicates.push(line);
  }
  const added = input.codes.length - duplicates.length;
  if (added)
    await noteAct(work, {
      siteId,
      by: input.by,
      action: "add_gift_codes",
      subject: pool.id,
      reason: `${added} codes`,
      at: now,
    });
  const settled = await fillWaitingGifts(work);
  return { added, duplicates, settled };
}
