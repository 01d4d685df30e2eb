import {
  countGiftCodes,
  type GiftPoolCounts,
} from "../storage/queries/gift-stock.ts";
import { type GiftPoolRow, selectGiftPools } from "../storage/queries/gifts.ts";
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
  /** Rewards that wait for a code. */
  waiting: number;
  /** Time to upload more. */
  low: boolean;
  createdAt: number;
}

export async function listGiftPools(
  { db }: Reading,
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
  );
  return pageOf(rows, limit, (row) => shown(row, counts.get(row.id)));
}

export async function answerGiftPool(
  { db }: Reading,
  row: GiftPoolRow,
): Promise<GiftPoolAnswer> {
  return shown(row, (await countGiftCodes(db, [row.id])).get(row.id));
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
    waiting: counts?.waiting ?? 0,
    low: left < row.low_below,
    createdAt: row.created_at,
  };
}
