import { compiledByLength } from "../compiled-once.ts";
import type { Database } from "../storage.ts";

/** Members who are one of these people, or who share a mail with one of them: whoever has two accounts is one person. */
export async function selectMemberIdsOfPeople(
  db: Database,
  siteId: string,
  { personIds, emailIndex }: { personIds: string[]; emailIndex: string | null },
): Promise<string[]> {
  const found = personIds.length
    ? (await membersOfPeopleQuery(db, personIds.length, [siteId, ...personIds]))
        .rows
    : [];
  const mails = [
    ...new Set([emailIndex, ...found.map((row) => row.email_index)]),
  ].filter((mail) => mail !== null);
  const namesakes = mails.length
    ? (await membersByMailQuery(db, mails.length, [siteId, ...mails])).rows
    : [];
  return [...new Set([...found, ...namesakes].map(({ id }) => id))];
}

const membersOfPeopleQuery = compiledByLength<Namesake>((db, people) =>
  db
    .selectFrom("members")
    .select(["id", "email_index"])
    .where("site_id", "=", "")
    .where("person_id", "in", people),
);

const membersByMailQuery = compiledByLength<Namesake>((db, mails) =>
  db
    .selectFrom("members")
    .select(["id", "email_index"])
    .where("site_id", "=", "")
    .where("email_index", "in", mails),
);

interface Namesake {
  id: string;
  email_index: string | null;
}
