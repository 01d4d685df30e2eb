import type { ConversionRow } from "../storage/queries/conversions.ts";
import { selectOrderChanges } from "../storage/queries/order-changes.ts";
import type { ConversionWord } from "./conversion-word.ts";
import type { Work } from "./work.ts";

/**
 * A word that says what was true of an order before a change is a replay of the old word:
 * of amount and gross profit it then says nothing, neither a contradiction nor a correction.
 */
export async function withoutFormerFacts(
  { db }: Work,
  known: ConversionRow,
  word: ConversionWord,
): Promise<ConversionWord> {
  const saysAmount =
    word.amountMinor !== null && word.amountMinor !== known.amount_minor;
  const saysGross =
    word.grossProfitMinor !== null &&
    word.grossProfitMinor !== known.gross_profit_minor;
  if (!saysAmount && !saysGross) return word;
  const changes = await selectOrderChanges(db, known.site_id, known.id);
  const wasAmount = changes.some(
    (change) => change.amount_before === word.amountMinor,
  );
  const wasGross = changes.some(
    (change) => change.gross_before === word.grossProfitMinor,
  );
  return {
    ...word,
    amountMinor: saysAmount && wasAmount ? null : word.amountMinor,
    grossProfitMinor: saysGross && wasGross ? null : word.grossProfitMinor,
  };
}
