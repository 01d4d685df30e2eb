import {
  insertPerson,
  insertPersonKey,
  linkVisitor,
  type PersonKey,
  selectKeysOf,
  selectPeopleByVisitor,
  selectPersonByKey,
} from "../storage/queries/people.ts";
import type { Reading, Work } from "./work.ts";

/** The names by which somebody was called: the shop's id, a mail's blind index, a browser. */
export interface Names {
  siteId: string;
  id: string | null;
  emailIndex: string | null;
  visitor: string | null;
}

export interface Namesakes {
  /** The one person meant, or `null` where nobody known fits. */
  person: string | null;
  /** Everybody who could be the same person: one referrer holds for all of them. */
  same: string[];
  /** Everybody who was ever called by one of these names, a shared browser included. */
  all: string[];
}

/**
 * Finds who is meant. The shop's id beats the mail, the mail beats the browser;
 * a browser that another customer also uses does not make the two one person.
 */
export async function namesakes(
  reading: Reading,
  names: Names,
): Promise<Namesakes> {
  const { db } = reading;
  const { siteId } = names;
  const find = (key: PersonKey) => selectPersonByKey(db, siteId, key);
  const [byId, byEmail, byVisitor] = await Promise.all([
    names.id === null ? null : find({ kind: "id", value: names.id }),
    names.emailIndex === null
      ? null
      : find({ kind: "email", value: names.emailIndex }),
    names.visitor === null
      ? []
      : selectPeopleByVisitor(db, siteId, names.visitor),
  ]);

  const same: string[] = [];
  if (byId) same.push(byId);
  for (const person of [byEmail, ...byVisitor]) {
    if (
      person &&
      !same.includes(person) &&
      (await fits(reading, person, names))
    )
      same.push(person);
  }
  const all = [byId, byEmail, ...byVisitor].filter((person) => person !== null);
  return { person: same[0] ?? null, same, all: [...new Set(all)] };
}

/** Whether nothing that is known of a person contradicts these names. */
async function fits(
  { db }: Reading,
  person: string,
  names: Names,
): Promise<boolean> {
  const keys = await selectKeysOf(db, person);
  const contradicts = (kind: PersonKey["kind"], value: string | null) =>
    value !== null &&
    keys.some((key) => key.kind === kind) &&
    !keys.some((key) => key.kind === kind && key.value === value);
  return (
    !contradicts("id", names.id) && !contradicts("email", names.emailIndex)
  );
}

/** Makes somebody new, of whom nothing is known yet. */
export async function newPerson(work: Work, siteId: string): Promise<string> {
  const id = work.newId("frd");
  await insertPerson(work.db, { id, site_id: siteId, created_at: work.now() });
  return id;
}

/** Gives a person the names that a trusted word used for them. */
export async function bindNames(
  work: Work,
  person: string,
  { siteId, id, emailIndex, visitor }: Names,
): Promise<void> {
  if (id !== null)
    await insertPersonKey(work.db, siteId, person, { kind: "id", value: id });
  if (emailIndex !== null)
    await insertPersonKey(work.db, siteId, person, {
      kind: "email",
      value: emailIndex,
    });
  if (visitor !== null)
    await linkVisitor(work.db, {
      site_id: siteId,
      visitor,
      person_id: person,
      seen_at: work.now(),
    });
}
