import {
  type MemberRow,
  selectMember,
  selectMemberByExternalId,
  selectMemberByPerson,
  updateMember,
} from "../storage/queries/members.ts";
import { answerMember, type MemberAnswer } from "./answer-member.ts";
import { bindNames, namesakes, newPerson } from "./identify-person.ts";
import { newMember } from "./new-member.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/** What a trusted word says of a person: `undefined` leaves as it is, `null` takes away. */
export interface MemberWord {
  siteId: string;
  externalId: string;
  email?: string | null;
  name?: string | null;
  publicName?: string | null;
  kind?: string;
  program?: string;
  /** The browser that a signed person is using. */
  visitor?: string | null;
  /** Whose word it is, for the log of acts. */
  by?: string;
}

/** Makes or updates the member whom the shop knows by `externalId`. */
export async function putMember(
  work: Work,
  word: MemberWord,
): Promise<{ created: boolean; member: MemberAnswer }> {
  const { created, member } = await keepMember(work, word);
  return { created, member: answerMember(work, member) };
}

/** The same for actions that need the row. */
export async function keepMember(
  work: Work,
  word: MemberWord,
): Promise<{ created: boolean; member: MemberRow }> {
  const { db, vault } = work;
  const { siteId, externalId } = word;
  const names = {
    siteId,
    id: externalId,
    emailIndex: word.email ? vault.indexEmail(word.email) : null,
    visitor: word.visitor ?? null,
  };
  const known = await selectMemberByExternalId(db, siteId, externalId);
  if (known) {
    await bindNames(work, known.person_id, names);
    const change = changes(work, known, word);
    await updateMember(db, known.id, change);
    await noteChange(work, known, Object.keys(change), word.by ?? "api");
    const member = await selectMember(db, known.id);
    return { created: false, member: member ?? known };
  }
  const { person } = await namesakes(work, names);
  const free = person && !(await selectMemberByPerson(db, person));
  const personId = free ? person : await newPerson(work, siteId);
  await bindNames(work, personId, names);
  const member = await newMember(work, {
    siteId,
    program: word.program ?? null,
    personId,
    externalId,
    joinKeyHash: null,
    email: word.email ?? null,
    name: word.name ?? null,
    publicName: word.publicName ?? null,
    kind: word.kind ?? null,
    terms: null,
  });
  return { created: true, member };
}

/** What a member is called and belongs to decides who is paid: that it changed is kept, and never a name or mail itself. */
async function noteChange(
  work: Work,
  { id, site_id }: MemberRow,
  columns: string[],
  by: string,
): Promise<void> {
  const fields = columns.flatMap((column) => noted[column] ?? []);
  if (!fields.length) return;
  await noteAct(work, {
    siteId: site_id,
    by,
    action: "change_member",
    subject: id,
    reason: fields.join(", "),
  });
}

const noted: Record<string, string> = {
  email: "email",
  name: "name",
  public_name: "publicName",
  kind: "kind",
  program_id: "program",
};

/** The columns that a word changes; sealing anew what has not changed would only wear the disk. */
function changes({ vault }: Work, known: MemberRow, word: MemberWord) {
  const sealed = (text: string | null) =>
    text === null ? null : vault.encrypt(text);
  const opened = (text: string | null) =>
    text === null ? null : vault.decrypt(text);
  return {
    ...(word.email !== undefined && opened(known.email) !== word.email
      ? {
          email: sealed(word.email),
          email_index:
            word.email === null ? null : vault.indexEmail(word.email),
        }
      : {}),
    ...(word.name !== undefined && opened(known.name) !== word.name
      ? { name: sealed(word.name) }
      : {}),
    ...(word.publicName !== undefined && word.publicName !== known.public_name
      ? { public_name: word.publicName }
      : {}),
    ...(word.kind !== undefined && word.kind !== known.kind
      ? { kind: word.kind }
      : {}),
    ...(word.program !== undefined && word.program !== known.program_id
      ? { program_id: word.program }
      : {}),
  };
}
