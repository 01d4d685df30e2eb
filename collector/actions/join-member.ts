import type { JoinAnswer } from "../../sdk/protocol/me.ts";
import { insertMemberToken } from "../storage/queries/member-tokens.ts";
import {
  type MemberRow,
  selectMemberByJoinKey,
  selectMemberByPerson,
} from "../storage/queries/members.ts";
import { linkVisitor, selectKeysOf } from "../storage/queries/people.ts";
import { hashSecret } from "../storage/vault.ts";
import { namesakes, newPerson } from "./identify-person.ts";
import { newMember } from "./new-member.ts";
import { keepMember } from "./put-member.ts";
import { linkTo, type Work } from "./work.ts";

export interface Joining {
  siteId: string;
  program: string | null;
  visitor: string | null;
  identity:
    | {
        by: "token";
        externalId: string;
        email: string | null;
        name: string | null;
        kind: string | null;
      }
    | {
        by: "device";
        joinKey: string;
        email: string | null;
        /** The terms that were read, or `null` for today's. */
        termsVersion: string | null;
      };
}

/**
 * Makes a member of whom the shop has signed for, or of a device that accepted the terms; once, however often asked.
 * A device's mail is a claim: it finds nobody, and is only kept for the shop to write to.
 */
export async function joinMember(
  work: Work,
  joining: Joining,
): Promise<{ created: boolean } & JoinAnswer> {
  const { created, member } =
    joining.identity.by === "token"
      ? await joinSigned(work, joining, joining.identity)
      : await joinDevice(work, joining, joining.identity);
  const token = work.newSecret();
  await insertMemberToken(work.db, {
    hash: hashSecret(token),
    member_id: member.id,
    created_at: work.now(),
  });
  return {
    created,
    member: {
      id: member.id,
      code: member.code,
      link: linkTo(work, member.code),
    },
    token,
  };
}

function joinSigned(
  work: Work,
  { siteId, program, visitor }: Joining,
  signed: Joining["identity"] & { by: "token" },
) {
  return keepMember(work, {
    siteId,
    externalId: signed.externalId,
    visitor,
    ...(signed.email === null ? {} : { email: signed.email }),
    ...(signed.name === null ? {} : { name: signed.name }),
    ...(signed.kind === null ? {} : { kind: signed.kind }),
    ...(program === null ? {} : { program }),
  });
}

async function joinDevice(
  work: Work,
  { siteId, program, visitor }: Joining,
  { joinKey, email, termsVersion }: Joining["identity"] & { by: "device" },
): Promise<{ created: boolean; member: MemberRow }> {
  const joinKeyHash = hashSecret(joinKey);
  const known = await selectMemberByJoinKey(work.db, siteId, joinKeyHash);
  if (known) return { created: false, member: known };
  const personId =
    (await namelessUser(work, siteId, visitor)) ??
    (await newPerson(work, siteId));
  if (visitor !== null)
    await linkVisitor(work.db, {
      site_id: siteId,
      visitor,
      person_id: personId,
      seen_at: work.now(),
    });
  const member = await newMember(work, {
    siteId,
    program,
    personId,
    externalId: null,
    joinKeyHash,
    email,
    name: null,
    publicName: null,
    kind: null,
    terms: { version: termsVersion },
  });
  return { created: true, member };
}

/** The friend known by this browser alone, so that they see their own reward; never somebody with a name. */
async function namelessUser(
  work: Work,
  siteId: string,
  visitor: string | null,
): Promise<string | null> {
  const { person } = await namesakes(work, {
    siteId,
    id: null,
    emailIndex: null,
    visitor,
  });
  if (!person || (await selectKeysOf(work.db, person)).length) return null;
  return (await selectMemberByPerson(work.db, person)) ? null : person;
}
