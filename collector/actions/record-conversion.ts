import { isDisposableMail } from "../domain/disposable-mail.ts";
import { DomainError } from "../domain/domain-error.ts";
import { mailboxOf, normaliseMail } from "../domain/mailbox-of.ts";
import {
  type ConversionRow,
  selectConversionByOrder,
} from "../storage/queries/conversions.ts";
import { announceConversion } from "./announce-change.ts";
import {
  answerConversion,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { type ConversionWord, isTrusted } from "./conversion-word.ts";
import { creditConversion } from "./credit-conversion.ts";
import { namelessWord } from "./nameless-word.ts";
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
  const known = await selectConversionByOrder(
    work.db,
    siteId,
    word.type,
    word.orderId,
  );
  if (!known) {
    const row = newConversion(work, siteId, word);
    await creditConversion(work, row, null);
    const conversion = await answerConversion(work, row.id);
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

function newConversion(
  work: Work,
  siteId: string,
  word: ConversionWord,
): ConversionRow {
  return {
    ...statement(work, word),
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

/** What a word says, in the table's columns. */
function statement(work: Work, word: ConversionWord) {
  const { customer } = word;
  return {
    type: word.type,
    order_id: word.orderId,
    amount_minor: word.amountMinor,
    currency: word.currency,
    gross_profit_minor: word.grossProfitMinor,
    margin_class: word.marginClass,
    customer_id: customer.id,
    ...mailFacts(work, customer.email),
    customer_existing:
      customer.existing === null ? null : Number(customer.existing),
    visitor: word.visitor,
    code: word.code,
    unknown_code: word.rawCode,
    touches: JSON.stringify(word.touches),
    occurred_at: word.occurredAt,
    trust: word.trust,
  };
}

/** What is kept of a mail: never the address itself. */
function mailFacts({ vault }: Work, email: string | null) {
  if (email === null)
    return {
      customer_email_index: null,
      mail_disposable: null,
      mailbox_index: null,
    };
  const mailbox = mailboxOf(email);
  return {
    customer_email_index: vault.indexEmail(email),
    mail_disposable: Number(isDisposableMail(email)),
    mailbox_index:
      mailbox === normaliseMail(email) ? null : vault.indexEmail(mailbox),
  };
}

type Statement = ReturnType<typeof statement>;

/** What a further word changes in a known order, or `null` where it adds nothing. */
function whatItAdds(
  work: Work,
  known: ConversionRow,
  word: ConversionWord,
): Partial<Statement> | null {
  // A claim neither overrides nor completes what is already known.
  if (!isTrusted(word.trust)) return null;
  const said = statement(work, word);
  if (!isTrusted(known.trust)) {
    // Not its code, touch, browser or customer: a claim can be anybody's. Only a figure that was left out.
    return {
      ...said,
      amount_minor: said.amount_minor ?? known.amount_minor,
      currency: said.currency ?? known.currency,
      margin_class: said.margin_class ?? known.margin_class,
    };
  }
  refuseContradiction(known, said);
  const filled: Partial<Statement> = {};
  for (const column of completable) {
    if (known[column] === null && said[column] !== null)
      Object.assign(filled, { [column]: said[column] });
  }
  const newer = said.gross_profit_minor;
  if (newer !== null && newer !== known.gross_profit_minor)
    filled.gross_profit_minor = newer;
  if (known.trust === "token" && said.trust === "server")
    filled.trust = "server";
  if (known.touches === "[]" && said.touches !== "[]")
    filled.touches = said.touches;
  return Object.keys(filled).length ? filled : null;
}

const completable = [
  "amount_minor",
  "currency",
  "margin_class",
  "customer_id",
  "customer_email_index",
  "customer_existing",
  "mail_disposable",
  "mailbox_index",
  "visitor",
  "code",
  "unknown_code",
] as const;

const contradictable = {
  amount_minor: "amountMinor",
  currency: "currency",
  customer_id: "customer.id",
  customer_email_index: "customer.email",
} as const;

function refuseContradiction(known: ConversionRow, said: Statement): void {
  const errors = [];
  for (const [column, path] of Object.entries(contradictable)) {
    const before = known[column as keyof typeof contradictable];
    const now = said[column as keyof typeof contradictable];
    if (before === null || now === null || before === now) continue;
    const shown =
      column === "customer_email_index"
        ? "the mail address first given"
        : `${before}, as first given`;
    errors.push({ path, message: `Expected ${shown}.` });
  }
  if (errors.length) {
    throw new DomainError(
      "order_conflict",
      `The order "${known.order_id}" is already recorded with other facts; nothing was changed. If the order itself has changed, say so with POST /v1/conversions/${known.id}/changes; what was given back, with /refunds.`,
      errors,
    );
  }
}
