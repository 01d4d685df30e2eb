import { type OrderState, selectOrders } from "../storage/queries/orders.ts";
import {
  answerConversions,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { defaultPageSize, type Page, pageOf } from "./page.ts";
import type { Reading } from "./work.ts";

export type { OrderState };

/** All orders, newest first; by what became of them, or by an id. */
export async function listOrders(
  reading: Reading,
  by: {
    siteId: string;
    id?: string | undefined;
    state?: OrderState | undefined;
    cursor?: string | undefined;
    limit?: number | undefined;
  },
): Promise<Page<ConversionAnswer>> {
  const limit = by.limit ?? defaultPageSize;
  const rows = await selectOrders(reading.db, by.siteId, {
    id: by.id ?? null,
    state: by.state ?? null,
    before: by.cursor ?? null,
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => row);
  return { ...page, items: await answerConversions(reading, page.items) };
}
