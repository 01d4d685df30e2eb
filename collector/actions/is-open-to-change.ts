import {
  type ConversionRow,
  countConversionsOf,
} from "../storage/queries/conversions.ts";
import { selectRewardsOf } from "../storage/queries/rewards.ts";
import { isTrusted } from "./conversion-word.ts";
import type { Work } from "./work.ts";

/**
 * Whether who is credited may still be decided anew: a trusted word has added what bears on it, a typed code
 * or that the customer is not new, while nothing of the order is confirmed and no other order rests on its tie.
 * So it does not matter whether the page's word or the server's comes first.
 * That the customer is not new takes back what is confirmed too: nobody has it in hand yet.
 */
export async function isOpenToChange(
  work: Work,
  row: ConversionRow,
  before: ConversionRow,
): Promise<boolean> {
  const { referral_id, credited_by, trust } = before;
  if (referral_id === null || !isTrusted(trust)) return false;
  if (!bearsOnCredit(row, before)) return false;
  if (credited_by !== "code" && credited_by !== "link") return false;
  const rewards = await selectRewardsOf(work.db, [row.id]);
  if (rewards.some(({ state }) => state === "paid")) return false;
  const newness = isToldExisting(row, before) && row.code === before.code;
  if (!newness && rewards.some(({ state }) => state === "confirmed"))
    return false;
  return (await countConversionsOf(work.db, referral_id)) === 1;
}

/** Whether a word has said, for the first time, that the customer was one before. */
export function isToldExisting(
  row: ConversionRow,
  before: ConversionRow,
): boolean {
  return row.customer_existing === 1 && before.customer_existing !== 1;
}

/** Whether a word has changed what an order says of its referrer. */
function bearsOnCredit(row: ConversionRow, before: ConversionRow): boolean {
  return (
    row.code !== before.code ||
    row.customer_existing !== before.customer_existing
  );
}
