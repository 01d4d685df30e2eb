import {
  countQueue as count,
  type QueueCounts,
  selectWaiting,
  type Waiting,
} from "../storage/queries/queue.ts";
import {
  answerConversions,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { type Page, pageOf } from "./page.ts";
import type { Reading } from "./work.ts";

export type { QueueCounts, Waiting };

/** Beyond so many nobody reads the exact number. */
export const mostCounted = 1_000;
const defaultLimit = 25;

/** Orders that wait for the owner's word, newest first. */
export async function listQueue(
  reading: Reading,
  by: {
    siteId: string;
    what: Waiting;
    ids?: string[] | undefined;
    upTo?: string | undefined;
    cursor?: string | undefined;
    limit?: number | undefined;
  },
): Promise<Page<ConversionAnswer>> {
  const limit = by.limit ?? defaultLimit;
  const rows = await selectWaiting(reading.db, by.siteId, {
    what: by.what,
    ids: by.ids ?? null,
    before: by.cursor ?? null,
    upTo: by.upTo ?? null,
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => row);
  return { ...page, items: await answerConversions(reading, page.items) };
}

/** How many wait, up to `mostCounted` of each. */
export function countQueue(
  { db }: Reading,
  { siteId }: { siteId: string },
): Promise<QueueCounts> {
  return count(db, siteId, mostCounted);
}
