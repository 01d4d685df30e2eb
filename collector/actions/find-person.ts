import { DomainError } from "../domain/domain-error.ts";
import { isErased } from "../storage/queries/erasure.ts";
import {
  type MemberRow,
  selectMember,
  selectMemberByExternalId,
  selectMemberByPerson,
} from "../storage/queries/members.ts";
import { selectPersonByKey } from "../storage/queries/people.ts";
import type { Reading } from "./work.ts";

/** Somebody, and their membership if they have joined. */
export interface FoundPerson {
  personId: string;
  member: MemberRow | null;
}

/**
 * Finds a person by the shop's id, whether they are a member or a friend, or by `mem_...`.
 * Throws `not_found`, also for somebody who was erased.
 */
export async function findPerson(
  { db }: Reading,
  siteId: string,
  externalId: string,
): Promise<FoundPerson> {
  const named =
    (await selectMemberByExternalId(db, siteId, externalId)) ??
    (await selectMember(db, externalId));
  if (named?.site_id === siteId && !(await isErased(db, named.person_id)))
    return { personId: named.person_id, member: named };
  const personId = await selectPersonByKey(db, siteId, {
    kind: "id",
    value: externalId,
  });
  if (personId === null)
    throw new DomainError(
      "not_found",
      `Expected the id that the shop gave a member or a customer, or "mem_...", and found nobody under "${externalId}".`,
    );
  return {
    personId,
    member: (await selectMemberByPerson(db, personId)) ?? null,
  };
}
