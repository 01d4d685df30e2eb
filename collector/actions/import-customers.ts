import { DomainError } from "../domain/domain-error.ts";
import {
  deleteKnownCustomers,
  insertKnownCustomers,
  selectKnownCustomers,
} from "../storage/queries/known-customers.ts";
import { customerKeys } from "./known-customer.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/** Somebody whom the shop knew already, by its own id, by mail, or by both. */
export interface ImportedCustomer {
  id: string | null;
  email: string | null;
}

/**
 * Notes who is a customer already, so that they are not paid for as new. Only blind indexes are kept.
 * Doing it again changes nothing: whoever was known stays known since then.
 */
export async function importCustomers(
  work: Work,
  input: {
    siteId: string;
    customers: ImportedCustomer[];
    by: string;
    /** Of how many these are the first, where a long list comes in parts; `null` for its further parts, which are noted with it. */
    noteAs?: number | null;
  },
): Promise<{ added: number; known: number }> {
  const { db, vault } = work;
  const { siteId, by } = input;
  const customers = input.customers.map((one) => customerKeys(vault, one));
  const nameOf = ({ kind, value }: { kind: string; value: string }) =>
    `${kind} ${value}`;
  const before = new Set(
    (await selectKnownCustomers(db, siteId, customers.flat())).map(nameOf),
  );
  let added = 0;
  const rows = [];
  for (const keys of customers) {
    const fresh = keys.filter((key) => !before.has(nameOf(key)));
    if (fresh.length) added += 1;
    for (const key of fresh) {
      before.add(nameOf(key));
      rows.push({ site_id: siteId, ...key, imported_at: work.now() });
    }
  }
  await insertKnownCustomers(db, rows);
  const noteAs = input.noteAs === undefined ? added : input.noteAs;
  if (noteAs)
    await noteAct(work, {
      siteId,
      by,
      action: "import_customers",
      subject: `${noteAs} customers`,
    });
  return { added, known: customers.length - added };
}

/**
 * Forgets that somebody was imported, by the shop's id or by mail, of whom nothing else need be held.
 * Throws `not_found`.
 */
export async function forgetImported(
  work: Work,
  input: { siteId: string; named: string; by: string },
): Promise<void> {
  const { siteId, by } = input;
  const named = input.named.trim();
  const isForgotten = await deleteKnownCustomers(
    work.db,
    siteId,
    customerKeys(work.vault, {
      id: named,
      email: named.includes("@") ? named : null,
    }),
  );
  if (!isForgotten)
    throw new DomainError(
      "not_found",
      "Nobody was imported by this id or mail address.",
      [],
      "not_imported",
    );
  await noteAct(work, {
    siteId,
    by,
    action: "erase_person",
    // Not their name: the log is kept.
    subject: "imported customer",
  });
}
