import {
  type ConversionRow,
  selectConversion,
  selectConversionsByOrder,
} from "../storage/queries/conversions.ts";
import { found } from "./found.ts";
import type { Reading } from "./work.ts";

/** A conversion by its own id, or by `order:<orderId>`, a sale before a lead. Throws `not_found`. */
export async function findConversion(
  { db }: Reading,
  siteId: string,
  reference: string,
): Promise<ConversionRow> {
  const row = reference.startsWith("order:")
    ? (await selectConversionsByOrder(db, siteId, reference.slice(6)))[0]
    : await selectConversion(db, siteId, reference);
  return found(row, {
    expected: 'the id of a conversion ("cnv_...") or "order:" and an order id,',
    id: reference,
  });
}
