import { isErased } from "../storage/queries/erasure.ts";
import { selectMember } from "../storage/queries/members.ts";
import { selectProgram } from "../storage/queries/programs.ts";
import { selectSite } from "../storage/queries/sites.ts";
import { type HostedShop, hostedShop } from "./hosted-shop.ts";
import { linkTo, type Reading } from "./work.ts";

/** What the hosted page of a mail's or receipt's link may show: it can be forwarded, so no reward is on it. */
export interface SharePage {
  code: string;
  link: string;
  /** A suspended member's link earns nothing: it is not offered for sharing. */
  isSuspended: boolean;
  shop: HostedShop;
}

/** The page behind a sealed `shareUrl`, or `null` where the seal is not ours or the member is gone. */
export async function readSharePage(
  reading: Reading,
  { token }: { token: string },
): Promise<SharePage | null> {
  const memberId = reading.vault.unseal(token);
  if (memberId === null) return null;
  const member = await selectMember(reading.db, memberId);
  if (!member || (await isErased(reading.db, member.person_id))) return null;
  const now = await selectProgram(
    reading.db,
    member.site_id,
    member.program_id,
  );
  if (!now) return null;
  const site = await selectSite(reading.db, member.site_id);
  return {
    code: member.code,
    link: linkTo(reading, member.code),
    isSuspended: member.state === "suspended",
    shop: hostedShop(reading, site, now.program),
  };
}

/** Whether we have sealed this once: then its page is gone, else it was never there. */
export function isOurSeal(reading: Reading, token: string): boolean {
  return reading.vault.unseal(token) !== null;
}
