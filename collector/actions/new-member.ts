import { DomainError } from "../domain/domain-error.ts";
import type { Program } from "../domain/program.ts";
import {
  insertCode,
  insertMember,
  type MemberRow,
  selectMember,
} from "../storage/queries/members.ts";
import { selectProgram, selectPrograms } from "../storage/queries/programs.ts";
import type { Work } from "./work.ts";

/** What is known of somebody who becomes a member. */
export interface NewMember {
  siteId: string;
  program: string | null;
  personId: string;
  externalId: string | null;
  joinKeyHash: string | null;
  email: string | null;
  name: string | null;
  publicName: string | null;
  kind: string | null;
  /** Terms accepted on the device, today's where no version is named; a shop's own members accept them with the shop. */
  terms: { version: string | null } | null;
}

/** Makes a member with a code of their own. Throws `invalid_field` for an unknown programme, or for terms that are not in force. */
export async function newMember(
  work: Work,
  joined: NewMember,
): Promise<MemberRow> {
  const { db, vault } = work;
  const program = await chosenProgram(work, joined);
  requireTermsOf(program, joined.terms);
  const id = work.newId("mem");
  await insertMember(db, {
    id,
    site_id: joined.siteId,
    program_id: program.id,
    person_id: joined.personId,
    external_id: joined.externalId,
    join_key_hash: joined.joinKeyHash,
    email: joined.email === null ? null : vault.encrypt(joined.email),
    email_index: joined.email === null ? null : vault.indexEmail(joined.email),
    name: joined.name === null ? null : vault.encrypt(joined.name),
    public_name: joined.publicName,
    kind: joined.kind ?? program.audience,
    state: "active",
    suspended_because: null,
    terms_version: joined.terms && program.termsVersion,
    terms_accepted_at: joined.terms && work.now(),
    created_at: work.now(),
  });
  await giveCode(work, joined.siteId, id);
  const member = await selectMember(db, id);
  if (!member) throw new Error(`Member ${id} vanished while it was made.`);
  return member;
}

/** Whoever has read an older version has to be shown today's. */
function requireTermsOf(
  { termsVersion }: Program,
  terms: NewMember["terms"],
): void {
  if (!terms || terms.version === null || terms.version === termsVersion)
    return;
  const message = `Expected the terms in force, version "${termsVersion}", and got another one. Show them, and ask again.`;
  throw new DomainError("invalid_field", `acceptedTerms: ${message}`, [
    { path: "acceptedTerms", message },
  ]);
}

async function giveCode(
  work: Work,
  siteId: string,
  memberId: string,
): Promise<void> {
  // With 28^8 codes a clash is rare; ten in a row mean that something else is wrong.
  for (let attempt = 0; attempt < 10; attempt++) {
    const taken = await insertCode(work.db, {
      code: work.newCode(),
      site_id: siteId,
      member_id: memberId,
      created_at: work.now(),
    });
    if (taken) return;
  }
  throw new Error("Found no free code in ten attempts.");
}

/** The programme asked for; else the one for this kind of person; else the first. */
async function chosenProgram(
  { db }: Work,
  { siteId, program, kind }: NewMember,
) {
  if (program !== null) {
    const named = await selectProgram(db, siteId, program);
    if (named) return named.program;
    const message = `Expected the id of a programme of this site, and found none called "${program}".`;
    throw new DomainError("invalid_field", message, [
      { path: "program", message },
    ]);
  }
  const programs = (await selectPrograms(db, siteId)).map(
    (versioned) => versioned.program,
  );
  const chosen =
    programs.find(({ audience }) => audience === kind) ??
    programs.find(({ id }) => id === "default") ??
    programs[0];
  if (!chosen)
    throw new DomainError("not_found", "This site has no programme yet.");
  return chosen;
}
