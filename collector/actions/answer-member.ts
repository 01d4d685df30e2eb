import type { MemberRow } from "../storage/queries/members.ts";
import { linkTo, type Reading } from "./work.ts";

/** A member as servers and the owner see them. */
export interface MemberAnswer {
  id: string;
  externalId: string | null;
  code: string;
  link: string;
  /** A page for mails and receipts: it can share, and reveals no reward. */
  shareUrl: string;
  email: string | null;
  name: string | null;
  publicName: string | null;
  kind: string;
  program: string;
  state: "active" | "suspended";
  createdAt: number;
}

export function answerMember(
  reading: Reading,
  member: MemberRow,
): MemberAnswer {
  const { vault, publicUrl } = reading;
  return {
    id: member.id,
    externalId: member.external_id,
    code: member.code,
    link: linkTo(reading, member.code),
    shareUrl: `${publicUrl}/s/${vault.seal(member.id)}`,
    email: member.email === null ? null : vault.decrypt(member.email),
    name: member.name === null ? null : vault.decrypt(member.name),
    publicName: member.public_name,
    kind: member.kind,
    program: member.program_id,
    state: member.state,
    createdAt: member.created_at,
  };
}
