import { selectPayees } from "../storage/queries/payees.ts";
import type { Reading } from "./work.ts";

/** Who is to be paid, as far as the shop can reach them. */
export interface Payee {
  /** The person: stays the same whether or not they have joined. */
  payee: string;
  member: string | null;
  /** The shop's own id for a member or a friend. */
  externalId: string | null;
  email: string | null;
  name: string | null;
  /** They had their data erased: nothing more is known of them. */
  erased: boolean;
}

export async function payeesById(
  { db, vault }: Reading,
  personIds: string[],
): Promise<Map<string, Payee>> {
  const opened = (text: string | null) =>
    text === null ? null : vault.decrypt(text);
  const rows = await selectPayees(db, [...new Set(personIds)]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        payee: row.id,
        member: row.member_id,
        externalId: row.external_id ?? row.shop_id,
        email: opened(row.email),
        name: opened(row.name),
        erased: row.erased_at !== null,
      },
    ]),
  );
}

/** Somebody of whom nothing is known but that they are. */
export function nobodyKnown(payee: string): Payee {
  return {
    payee,
    member: null,
    externalId: null,
    email: null,
    name: null,
    erased: false,
  };
}
