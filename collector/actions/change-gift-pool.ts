import { conflict } from "../domain/conflict.ts";
import { DomainError } from "../domain/domain-error.ts";
import { moveExpiry, withdrawCodes } from "../storage/queries/gift-stock.ts";
import {
  type GiftPoolRow,
  neverAt,
  updateGiftPool,
} from "../storage/queries/gifts.ts";
import { fillWaitingGifts } from "./fill-waiting-gifts.ts";
import {
  answerGiftPool,
  findGiftPool,
  type GiftPoolAnswer,
} from "./list-gift-pools.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

interface Change {
  siteId: string;
  pool: string;
  by: string;
}

/** Changes what may change of a pool while codes are out: not what they are worth, nor for what. What is left out stays. */
export async function editGiftPool(
  work: Work,
  {
    siteId,
    pool,
    by,
    ...change
  }: Change & { name?: string; url?: string | null; lowBelow?: number },
): Promise<GiftPoolAnswer> {
  const row = await findGiftPool(work, siteId, pool);
  refuseRetired(row);
  const next = {
    name: change.name ?? row.name,
    url: change.url === undefined ? row.url : change.url,
    low_below: change.lowBelow ?? row.low_below,
  };
  const changed = Object.entries(next)
    .filter(([field, value]) => row[field as keyof typeof next] !== value)
    .map(([field]) => field);
  if (changed.length) {
    await updateGiftPool(work.db, row.id, next);
    await note(work, row, {
      by,
      action: "edit_gift_pool",
      reason: changed.join(", "),
    });
  }
  return answerGiftPool(work, { ...row, ...next });
}

/**
 * Moves the expiry of all codes that share one and were not handed out: a date that was mistyped would else
 * make them useless, since a code is never stored twice.
 */
export async function moveGiftExpiry(
  work: Work,
  input: Change & { from: number | null; to: number | null },
): Promise<{ moved: number; settled: number; pool: GiftPoolAnswer }> {
  const row = await findGiftPool(work, input.siteId, input.pool);
  refuseRetired(row);
  const from = input.from ?? neverAt;
  const to = input.to ?? neverAt;
  refuseExpired(to, work.now());
  const moved =
    from === to ? 0 : await moveExpiry(work.db, row.id, { from, to });
  if (moved)
    await note(work, row, {
      by: input.by,
      action: "move_gift_expiry",
      reason: `${moved} codes`,
    });
  const settled = moved ? await fillWaitingGifts(work) : 0;
  return { moved, settled, pool: await answerGiftPool(work, row) };
}

/** Takes out every code that is left; they stay as rows, and are never handed out. The pool takes new ones. */
export async function withdrawGiftCodes(
  work: Work,
  { siteId, pool, by, reason }: Change & { reason: string },
): Promise<{ withdrawn: number; pool: GiftPoolAnswer }> {
  const row = await findGiftPool(work, siteId, pool);
  const withdrawn = await withdrawCodes(work.db, row.id, work.now());
  if (withdrawn)
    await note(work, row, {
      by,
      action: "withdraw_gift_codes",
      reason: `${withdrawn} codes: ${reason}`,
    });
  return { withdrawn, pool: await answerGiftPool(work, row) };
}

/** Gives up a pool for good, and withdraws what is left in it. Doing it twice changes nothing. */
export async function retireGiftPool(
  work: Work,
  { siteId, pool, by, reason }: Change & { reason: string },
): Promise<{ withdrawn: number; pool: GiftPoolAnswer }> {
  const row = await findGiftPool(work, siteId, pool);
  if (row.retired_at !== null)
    return { withdrawn: 0, pool: await answerGiftPool(work, row) };
  const retired_at = work.now();
  const withdrawn = await withdrawCodes(work.db, row.id, retired_at);
  await updateGiftPool(work.db, row.id, { retired_at });
  await note(work, row, {
    by,
    action: "retire_gift_pool",
    reason: `${withdrawn} codes: ${reason}`,
  });
  return {
    withdrawn,
    pool: await answerGiftPool(work, { ...row, retired_at }),
  };
}

/** Throws `state_conflict`: codes put into a retired pool would never be seen again. */
export function refuseRetired({ retired_at }: GiftPoolRow): void {
  if (retired_at === null) return;
  throw conflict(
    "pool_retired",
    "This pool was retired, and nothing is handed out from it. Open another.",
  );
}

/** Throws `invalid_field` for codes that are useless from the start. */
export function refuseExpired(expiresAt: number, now: number): void {
  if (expiresAt > now) return;
  const message = `Expected an instant to come, later than ${now}, and got ${expiresAt}.`;
  throw new DomainError(
    "invalid_field",
    `expiresAt: ${message}`,
    [{ path: "expiresAt", message }],
    "expiry_past",
  );
}

function note(
  work: Work,
  row: GiftPoolRow,
  { by, action, reason }: { by: string; action: string; reason: string },
): Promise<void> {
  return noteAct(work, {
    siteId: row.site_id,
    by,
    action,
    subject: row.id,
    reason,
  });
}
