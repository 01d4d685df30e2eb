import { DomainError } from "../domain/domain-error.ts";
import {
  type ConversionRow,
  selectConversion,
  selectConversionsByOrder,
} from "../storage/queries/conversions.ts";
import type { Reading } from "./work.ts";

/** A conversion by its own id, or by `order:<orderId>`, a sale before a lead. Throws `not_found`. */
export async function findConversion(
  { db }: Reading,
  siteId: string,
  reference: string,
): Promise<ConversionRow> {
  const found = reference.startsWith("order:")
    ? (await selectConversionsByOrder(db, siteId, reference.slice(6)))[0]
    : await selectConversion(db, siteId, reference);
  if (found) return found;
  throw new DomainError(
    "not_found",
    `Expected the id of a conversion ("cnv_...") or "order:" and an order id, and found nothing under "${reference}".`,
  );
}
