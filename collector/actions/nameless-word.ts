import { isErased } from "../storage/queries/erasure.ts";
import type { ConversionWord } from "./conversion-word.ts";
import type { Work } from "./work.ts";

/** A further word about an order, without what would name its customer anew where they were erased. */
export async function namelessWord(
  { db }: Work,
  { friend_id }: { friend_id: string },
  word: ConversionWord,
): Promise<ConversionWord> {
  if (!(await isErased(db, friend_id))) return word;
  return {
    ...word,
    customer: { id: null, email: null, existing: word.customer.existing },
    visitor: null,
    code: null,
    rawCode: null,
    touches: [],
  };
}
