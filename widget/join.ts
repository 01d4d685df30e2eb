import type { JoinAnswer } from "../sdk/protocol/answers.ts";
import type { Account } from "./account.ts";
import type { Context } from "./enishi.ts";
import type { KeptMember } from "./membership.ts";

/** Makes whoever is looking a member, which a device does once; answers what is kept, or nothing where the collector refused. */
export async function join(
  { membership, programId, call }: Account,
  now: Context,
  identity: string | null,
  proof: { token: string } | { acceptedTerms: string; joinKey: string },
): Promise<KeptMember | undefined> {
  const { site, visitor } = now;
  const { body } = await call<JoinAnswer>(`${now.collector}/v1/members`, {
    method: "POST",
    body: {
      site,
      program: programId || undefined,
      visitor: visitor ?? undefined,
      ...proof,
    },
  });
  if (!body) return;
  const who = membership.whoIs(now, identity);
  const { token, member } = body;
  const kept = { ...proof, who, token, code: member.code };
  membership.keep(now, kept);
  return kept;
}
