import { selectConversions } from "../storage/queries/conversions-page.ts";
import {
  answerConversions,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { defaultPageSize, type Page, type Paging, pageOf } from "./page.ts";
import type { Reading } from "./work.ts";

export async function listConversions(
  reading: Reading,
  by: Paging & {
    orderId?: string | undefined;
    unverified?: boolean | undefined;
  },
): Promise<Page<ConversionAnswer>> {
  const limit = by.limit ?? defaultPageSize;
  const page = pageOf(
    await selectConversions(reading.db, by.siteId, {
      orderId: by.orderId ?? null,
      unverified: by.unverified ?? false,
      before: by.cursor ?? null,
      limit: limit + 1,
    }),
    limit,
    (row) => row,
  );
  return { ...page, items: await answerConversions(reading, page.items) };
}
