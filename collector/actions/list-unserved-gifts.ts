import {
  countWaiting,
  type GiftNeed,
  selectUnserved,
} from "../storage/queries/gift-needs.ts";
import { listLowPools } from "./list-gift-pools.ts";
import type { Reading } from "./work.ts";

/** Gifts that wait for a code, and have no pool whose codes are worth as much. */
export interface UnservedGifts extends Omit<GiftNeed, "programId"> {
  program: string;
}

/** A pool in use that needs codes. */
export interface LowPool {
  id: string;
  name: string;
  left: number;
  /** Rewards that wait for one of its codes. */
  waiting: number;
}

export async function listUnservedGifts(
  { db }: Pick<Reading, "db">,
  { siteId }: { siteId: string },
): Promise<UnservedGifts[]> {
  const needs = await selectUnserved(db, siteId);
  return needs.map(({ programId, ...need }) => ({
    program: programId,
    ...need,
  }));
}

/** All that is missing for gifts to be given: codes in a pool, or a pool. */
export async function listGiftNeeds(
  reading: Reading,
  by: { siteId: string },
): Promise<{ low: LowPool[]; unserved: UnservedGifts[] }> {
  const low = await listLowPools(reading, by);
  const waiting = await countWaiting(
    reading.db,
    low.map(({ id }) => id),
  );
  return {
    low: low.map((pool) => ({ ...pool, waiting: waiting.get(pool.id) ?? 0 })),
    unserved: await listUnservedGifts(reading, by),
  };
}
