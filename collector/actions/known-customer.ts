import { mailboxOf } from "../domain/mailbox-of.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import {
  type CustomerKey,
  hasImport,
  selectKnownCustomers,
} from "../storage/queries/known-customers.ts";
import { selectKeysOf } from "../storage/queries/people.ts";
import type { Vault } from "../storage/vault.ts";
import { askedOnce } from "./asked-once.ts";
import type { Friend } from "./friend-of.ts";
import type { Work } from "./work.ts";

/** The blind indexes under which somebody is imported: a mail by its mailbox, whatever tag or dots it is written with. */
export function customerKeys(
  vault: Vault,
  { id, email }: { id: string | null; email: string | null },
): CustomerKey[] {
  return [
    ...(id === null
      ? []
      : [{ kind: "id" as const, value: vault.indexCustomer(id) }]),
    ...(email === null
      ? []
      : [
          { kind: "email" as const, value: vault.indexEmail(mailboxOf(email)) },
        ]),
  ];
}

/** The same of the names that a trusted word gave somebody: mails are hashes already. */
export function importKeys(vault: Vault, keys: CustomerKey[]): CustomerKey[] {
  return keys.map(({ kind, value }) =>
    kind === "id"
      ? { kind, value: vault.indexCustomer(value) }
      : { kind, value },
  );
}

/**
 * Whether the buyer of an order was imported as a customer before it.
 *
 * The order's date is compared, or the day on which it was first heard of where that is earlier: whoever is in the
 * import because they have just bought by a referral is new in that very order, however late the shop reports it.
 */
export async function wasKnownBefore(
  work: Work,
  row: ConversionRow,
  friend: Friend,
): Promise<boolean> {
  if (!(await hasImported(work, row.site_id))) return false;
  const { db, vault } = work;
  const keys = customerKeys(vault, { id: row.customer_id, email: null });
  const mailbox = row.mailbox_index ?? row.customer_email_index;
  if (mailbox !== null) keys.push({ kind: "email", value: mailbox });
  for (const person of friend.isNew ? [] : friend.same)
    keys.push(...importKeys(vault, await selectKeysOf(db, person)));
  const found = await selectKnownCustomers(db, row.site_id, keys);
  const boughtAt = Math.min(row.occurred_at, row.recorded_at);
  return found.some(({ imported_at }) => imported_at < boughtAt);
}

/** Whether the shop has told by an import who its customers are. */
export function hasImported(work: Work, siteId: string): Promise<boolean> {
  return askedOnce(work, `import ${siteId}`, () => hasImport(work.db, siteId));
}
