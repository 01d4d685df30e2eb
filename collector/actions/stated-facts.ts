import { isDisposableMail } from "../domain/disposable-mail.ts";
import { mailboxOf, normaliseMail } from "../domain/mailbox-of.ts";
import type { ConversionWord } from "./conversion-word.ts";
import type { Work } from "./work.ts";

export type StatedFacts = ReturnType<typeof statedFacts>;

/** What a word says, in the table's columns. */
export function statedFacts(work: Work, word: ConversionWord) {
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
