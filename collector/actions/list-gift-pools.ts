import {
  countGiftCodes,
  type GiftPoolCounts,
  selectGiftExpiries,
  selectLowPools,
} from "../storage/queries/gift-stock.ts";
import {
  type GiftPoolRow,
  neverAt,
  selectGiftPool,
  selectGiftPools,
} from "../storage/queries/gifts.ts";
import { found } from "./found.ts";
import { defaultPageSize, type Page, pageOf } from "./page.ts";
import type { Reading } from "./work.ts";

/** A pool of gift codes as servers and the owner see it: never a code. */
export interface GiftPoolAnswer {
  id: string;
  name: string;
  kind: "gift";
  programId: string;
  on: string;
  to: "referrer" | "friend" | null;
  valueMinor: number;
  currency: string;
  url: string | null;
  lowBelow: number;
  left: number;
  handedOut: number;
  /** Handed out for rewards that were then taken back. */
  takenBack: number;
  /** Never handed out, and too old by now. */
  expired: number;
  /** Taken out by the owner before they were handed out. */
  withdrawn: number;
  /** Rewards that wait for a code. */
  waiting: number;
  /** Time to upload more. */
  low: boolean;
  createdAt: number;
  /** From when on nothing is handed out from it. */
  retiredAt: number | null;
}

/** A pool with what its codes that were not handed out have for expiry. */
export interface GiftPoolDetails extends GiftPoolAnswer {
  expiries: { expiresAt: number | null; codes: number }[];
}

export async function listGiftPools(
  { db, now }: Reading,
  by: {
    siteId: string;
    cursor?: string | undefined;
    limit?: number | undefined;
  },
): Promise<Page<GiftPoolAnswer>> {
  const limit = by.limit ?? defaultPageSize;
  const rows = await selectGiftPools(db, by.siteId, {
    before: by.cursor ?? null,
    limit: limit + 1,
  });
  const counts = await countGiftCodes(
    db,
    rows.map(({ id }) => id),
    now(),
  );
  return pageOf(rows, limit, (row) => shown(row, counts.get(row.id)));
}

/** The pool that is meant. Throws `not_found`. */
export async function findGiftPool(
  { db }: Reading,
  siteId: string,
  id: string,
): Promise<GiftPoolRow> {
  return found(await selectGiftPool(db, siteId, id), {
    expected: 'the id of a gift pool ("gfp_...")',
    id,
  });
}

export async function readGiftPool(
  reading: Reading,
  { siteId, pool }: { siteId: string; pool: string },
): Promise<GiftPoolDetails> {
  const row = await findGiftPool(reading, siteId, pool);
  const expiries = await selectGiftExpiries(reading.db, row.id);
  return {
    ...(await answerGiftPool(reading, row)),
    expiries: expiries.map(({ expiresAt, codes }) => ({
      expiresAt: expiresAt === neverAt ? null : expiresAt,
      codes,
    })),
  };
}

/** Pools in use that need codes. */
export function listLowPools(
  { db, now }: Reading,
  { siteId }: { siteId: string },
): Promise<{ id: string; name: string; left: number }[]> {
  return selectLowPools(db, siteId, now());
}

export async function answerGiftPool(
  { db, now }: Reading,
  row: GiftPoolRow,
): Promise<GiftPoolAnswer> {
  return shown(row, (await countGiftCodes(db, [row.id], now())).get(row.id));
}

function shown(
  row: GiftPoolRow,
  counts: GiftPoolCounts | undefined,
): GiftPoolAnswer {
  const left = counts?.left ?? 0;
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    programId: row.program_id,
    on: row.step_on,
    to: row.side,
    valueMinor: row.value_minor,
    currency: row.currency,
    url: row.url,
    lowBelow: row.low_below,
    left,
    handedOut: counts?.handed_out ?? 0,
    takenBack: counts?.taken_back ?? 0,
    expired: counts?.expired ?? 0,
    withdrawn: counts?.withdrawn ?? 0,
    waiting: counts?.waiting ?? 0,
    low: row.retired_at === null && left < row.low_below,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
  };
}
