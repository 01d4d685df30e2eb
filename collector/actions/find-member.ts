import { DomainError } from "../domain/domain-error.ts";
import { isErased } from "../storage/queries/erasure.ts";
import {
  type MemberRow,
  selectMember,
  selectMemberByExternalId,
} from "../storage/queries/members.ts";
import type { Reading } from "./work.ts";

/** A member by the shop's id, else by Enishi's own. Throws `not_found`, also for one who was erased. */
export async function findMember(
  { db }: Reading,
  siteId: string,
  id: string,
): Promise<MemberRow> {
  const found =
    (await selectMemberByExternalId(db, siteId, id)) ??
    (await selectMember(db, id));
  if (found?.site_id === siteId && !(await isErased(db, found.person_id)))
    return found;
  throw new DomainError(
    "not_found",
    `Expected the id that the shop gave a member, and found nobody under "${id}".`,
  );
}
