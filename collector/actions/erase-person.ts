import { conflict } from "../domain/conflict.ts";
import {
  blankDisputes,
  blankMember,
  blankOrders,
  blankPerson,
  blankVisits,
  type Erased,
  forgetMessages,
  selectMailboxesOf,
} from "../storage/queries/erasure.ts";
import { deleteKnownCustomers } from "../storage/queries/known-customers.ts";
import { selectKeysOf } from "../storage/queries/people.ts";
import {
  selectBrowsersOf,
  selectPayoutItemsOf,
} from "../storage/queries/person-data.ts";
import { findPerson } from "./find-person.ts";
import { forgetImported } from "./import-customers.ts";
import { customerKeys, importKeys } from "./known-customer.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/**
 * Erases a person, member or friend: every name, mail, key, token and browser of theirs is gone. Orders, rewards and the
 * ledger stay as they are, under ids that lead to nobody, so that every total is what it was.
 * Throws `not_found`, and `state_conflict` while they are in an open payout run.
 */
export async function erasePerson(
  work: Work,
  input: { siteId: string; externalId: string; by: string },
): Promise<void> {
  const { db } = work;
  const { siteId } = input;
  const found = await findPerson(work, siteId, input.externalId).catch(
    asImported(work, input),
  );
  if (!found) return;
  const { personId, member } = found;
  const items = await selectPayoutItemsOf(db, personId);
  const open = items.find(({ state }) => state === "open");
  if (open)
    throw conflict(
      "person_in_payout",
      `This person is in the open payout run ${open.payout_id}, and could not be paid any more. Pay the run, or cancel it, first.`,
    );
  const browsers = await selectBrowsersOf(db, siteId, personId);
  const erased: Erased = {
    siteId,
    personId,
    memberId: member?.id ?? null,
    keys: await selectKeysOf(db, personId),
    // A browser that somebody else uses too: what it did may be theirs.
    visitors: browsers
      .filter(({ shared }) => !shared)
      .map(({ visitor }) => visitor),
    at: work.now(),
  };
  await forgetImport(work, erased, member?.email ?? null);
  if (erased.memberId) {
    await blankMember(db, erased.memberId);
    await blankDisputes(db, erased.memberId, work.vault.encrypt(""));
  }
  await blankOrders(db, erased);
  await blankVisits(db, erased);
  await forgetMessages(db, erased);
  await blankPerson(db, erased);
  await noteAct(work, {
    siteId,
    by: input.by,
    action: "erase_person",
    subject: erased.memberId ?? personId,
    at: erased.at,
  });
}

/** Forgets under whatever names this person was imported as a customer from before. */
async function forgetImport(
  { db, vault }: Work,
  { siteId, personId, keys }: Erased,
  sealedMail: string | null,
): Promise<void> {
  const email = sealedMail === null ? null : vault.decrypt(sealedMail);
  const mailboxes = await selectMailboxesOf(db, personId);
  await deleteKnownCustomers(db, siteId, [
    ...customerKeys(vault, { id: null, email }),
    ...importKeys(vault, keys),
    ...mailboxes.map((value) => ({ kind: "email" as const, value })),
  ]);
}

/** Somebody of whom nothing is held but that they were imported is forgotten all the same. */
function asImported(
  work: Work,
  {
    siteId,
    externalId: named,
    by,
  }: { siteId: string; externalId: string; by: string },
) {
  return async (error: unknown): Promise<null> => {
    await forgetImported(work, { siteId, named, by }).catch(() => {
      throw error;
    });
    return null;
  };
}
