import type { ConversionRow } from "../storage/queries/conversions.ts";
import type { MemberRow } from "../storage/queries/members.ts";
import { selectMemberIdsOfPeople } from "../storage/queries/namesakes.ts";
import { movePersonKeys } from "../storage/queries/people.ts";
import { type Friend, friendOf } from "./friend-of.ts";
import { namesakes, newPerson } from "./identify-person.ts";
import { isTrial } from "./is-trial.ts";
import type { Work } from "./work.ts";

/**
 * Who bought, for an owner who credits a member with it; `null` where the buyer is that member by id or mail.
 * A member whom the shop knows by no name was taken for the buyer by the browser alone: the owner knows that they are two.
 */
export async function friendBesides(
  work: Work,
  row: ConversionRow,
  member: MemberRow,
): Promise<Friend | null> {
  const friend = await friendOf(work, row);
  if (!friend.memberIds.includes(member.id)) return friend;
  if (await isTrial(work, row.site_id)) return friend;
  const isNameless = member.external_id === null && member.email_index === null;
  if (!isNameless && (await isByName(work, row, member))) return null;
  if (friend.id !== member.person_id) return friend;
  const id = await newPerson(work, row.site_id);
  if (isNameless) await movePersonKeys(work.db, member.person_id, id);
  return { ...friend, id, same: [id], isNew: false };
}

async function isByName(
  work: Work,
  row: ConversionRow,
  member: MemberRow,
): Promise<boolean> {
  const emailIndex = row.customer_email_index;
  const { all } = await namesakes(work, {
    siteId: row.site_id,
    id: row.customer_id,
    emailIndex,
    visitor: null,
  });
  const memberIds = await selectMemberIdsOfPeople(work.db, row.site_id, {
    personIds: all,
    emailIndex,
  });
  return memberIds.includes(member.id);
}
