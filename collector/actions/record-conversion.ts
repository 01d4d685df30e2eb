import {
  type ConversionRow,
  selectConversionByOrder,
} from "../storage/queries/conversions.ts";
import { announceConversion } from "./announce-change.ts";
import {
  answerConversion,
  type ConversionAnswer,
  conversionAnswer,
} from "./answer-conversion.ts";
import { type ConversionWord, isTrusted } from "./conversion-word.ts";
import { creditConversion } from "./credit-conversion.ts";
import { lookUp } from "./look-up.ts";
import { namelessWord } from "./nameless-word.ts";
import { statedFacts } from "./stated-facts.ts";
import { whatItAdds } from "./what-it-adds.ts";
import { withoutFormerFacts } from "./without-former-facts.ts";
import type { Work } from "./work.ts";

/**
 * Takes a word about an order, from whomever and however often it comes.
 * A new order is recorded and credited; a known one learns what the word adds.
 * Throws `order_conflict`, having changed nothing, where two trusted words contradict each other.
 */
export async function recordConversion(
  work: Work,
  { siteId, word }: { siteId: string; word: ConversionWord },
): Promise<{ created: boolean; conversion: ConversionAnswer }> {
  const row = newConversion(work, siteId, word);
  work.beside?.claim(namesOfOrder(row));
  const [known, lookedUp] = await Promise.all([
    selectConversionByOrder(work.db, siteId, word.type, word.orderId),
    lookUp(work, row),
  ]);
  // What is stored of this order, or of its buyer, may be just what another order of the group is about to change.
  if (known || lookedUp.buyers.all.length) work.beside?.leave();
  if (!known) {
    const stored = await creditConversion(work, row, null, { lookedUp });
    const conversion = stored?.rewards
      ? conversionAnswer(stored.row, stored.rewards)
      : await answerConversion(work, row.id);
    await announceConversion(work, siteId, conversion, "recorded");
    return { created: true, conversion };
  }
  const change = whatItAdds(
    work,
    known,
    await withoutFormerFacts(
      work,
      known,
      await namelessWord(work, known, word),
    ),
  );
  if (change) {
    await creditConversion(work, { ...known, ...change }, known);
  }
  const conversion = await answerConversion(work, known.id);
  if (!isTrusted(known.trust) && conversion.verified)
    await announceConversion(work, siteId, conversion, "verified");
  return { created: false, conversion };
}

/** What two orders may have in common. Where both buyers were never seen before and they have none of these in common, neither bears on the other. */
function namesOfOrder(row: ConversionRow): string[] {
  const { customer_id, customer_email_index, mailbox_index, visitor } = row;
  const names = [
    ["order", row.type, row.order_id],
    ["customer", customer_id],
    ["mail", customer_email_index],
    ["mail", mailbox_index],
    ["visitor", visitor],
  ];
  return names
    .filter((name) => !name.includes(null))
    .map((name) => JSON.stringify([row.site_id, ...name]));
}

function newConversion(
  work: Work,
  siteId: string,
  word: ConversionWord,
): ConversionRow {
  return {
    ...statedFacts(work, word),
    id: work.newId("cnv"),
    site_id: siteId,
    refunded_minor: 0,
    recorded_at: work.now(),
    // Found out when it is credited.
    friend_id: "",
    program_id: null,
    referral_id: null,
    member_id: null,
    credited_code: null,
    credited_by: null,
    credited_at: null,
    because: null,
    verdict: null,
    asked_member_id: null,
    asked_by: null,
    asked_at: null,
    warnings: "[]",
    gross_minor: null,
    charged_back_at: null,
    set_aside_at: null,
  };
}
