import type { ConversionRow } from "../storage/queries/conversions.ts";
import { selectMemberIdsOfPeople } from "../storage/queries/namesakes.ts";
import { isTrusted } from "./conversion-word.ts";
import {
  bindNames,
  type Names,
  type Namesakes,
  namesakes,
  newPerson,
} from "./identify-person.ts";
import type { Work } from "./work.ts";

/** Who bought. */
export interface Friend {
  id: string;
  /** Everybody known who may be the same person, `id` among them. */
  same: string[];
  /** Others who used the same browser. */
  near: string[];
  /** The members that are this person by id, mail or browser: they cannot refer themselves. */
  memberIds: string[];
  /** Made for this order, and like nobody known: there is nothing else to find of them. */
  isNew: boolean;
}

/**
 * Finds the person behind a conversion, and binds the names that a trusted word used.
 * A claim binds nothing: until it is verified its friend is somebody unknown, though
 * a browser that a tied friend is known by is credited to that friend's referrer.
 *
 * @param buyers who is meant, where they were looked up before
 */
export async function friendOf(
  work: Work,
  row: ConversionRow,
  buyers?: Namesakes,
): Promise<Friend> {
  const names = namesOf(row);
  const found = buyers ?? (await namesakes(work, names));
  const memberIds = await selectMemberIdsOfPeople(work.db, row.site_id, {
    personIds: found.all,
    emailIndex: names.emailIndex,
  });
  // Empty where the order is new.
  const known = row.friend_id || null;
  if (!isTrusted(row.trust)) {
    const byBrowser = await namesakes(work, {
      ...names,
      id: null,
      emailIndex: null,
    });
    const id = known ?? (await newPerson(work, row.site_id));
    const same = [id, ...byBrowser.same];
    const isNew = known === null && same.length === 1;
    return { id, same, near: [], memberIds, isNew };
  }
  const before = found.person ?? known;
  const id = before ?? (await newPerson(work, row.site_id));
  await bindNames(work, id, names);
  const same = [...new Set([id, ...found.same])];
  const near = found.all.filter((person) => !same.includes(person));
  return { id, same, near, memberIds, isNew: before === null };
}

/** What an order says of who bought. */
export function namesOf(row: ConversionRow): Names {
  return {
    siteId: row.site_id,
    id: row.customer_id,
    emailIndex: row.customer_email_index,
    visitor: row.visitor,
  };
}
