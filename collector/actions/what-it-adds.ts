import { DomainError } from "../domain/domain-error.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import { type ConversionWord, isTrusted } from "./conversion-word.ts";
import { type StatedFacts, statedFacts } from "./stated-facts.ts";
import type { Work } from "./work.ts";

/** What a further word changes in a known order, or `null` where it adds nothing. */
export function whatItAdds(
  work: Work,
  known: ConversionRow,
  word: ConversionWord,
): Partial<StatedFacts> | null {
  // A claim neither overrides nor completes what is already known.
  if (!isTrusted(word.trust)) return null;
  const said = statedFacts(work, word);
  if (!isTrusted(known.trust)) {
    // Of the claim only those figures stay that this word leaves out. Not its code, touch, browser or customer: a claim can be anybody's.
    return {
      ...said,
      amount_minor: said.amount_minor ?? known.amount_minor,
      currency: said.currency ?? known.currency,
      margin_class: said.margin_class ?? known.margin_class,
    };
  }
  refuseContradiction(known, said);
  const filled: Partial<StatedFacts> = {};
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

function refuseContradiction(known: ConversionRow, said: StatedFacts): void {
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
