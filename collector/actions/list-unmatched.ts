import type { Guess } from "../domain/best-guesses.ts";
import { selectUnmatched } from "../storage/queries/conversions-page.ts";
import {
  answerConversions,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { guessReferrers } from "./guess-referrers.ts";
import { defaultPageSize, type Page, pageOf } from "./page.ts";
import type { Reading } from "./work.ts";

export interface UnmatchedAnswer extends ConversionAnswer {
  /** Who may have brought it, the likeliest first. */
  guesses: Guess[];
}

/** Orders that matched nobody, newest first, each with the best guesses. */
export async function listUnmatched(
  reading: Reading,
  by: {
    siteId: string;
    orderId?: string | undefined;
    ids?: string[] | undefined;
    cursor?: string | undefined;
    limit?: number | undefined;
  },
): Promise<Page<UnmatchedAnswer>> {
  const limit = by.limit ?? defaultPageSize;
  const rows = await selectUnmatched(reading.db, by.siteId, {
    orderId: by.orderId ?? null,
    ids: by.ids ?? null,
    before: by.cursor ?? null,
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => row);
  const answers = await answerConversions(reading, page.items);
  const items: UnmatchedAnswer[] = [];
  for (const row of page.items) {
    const answer = answers.find(({ id }) => id === row.id);
    if (answer)
      items.push({ ...answer, guesses: await guessReferrers(reading, row) });
  }
  return { items, next: page.next };
}
