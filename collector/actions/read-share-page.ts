import type { PublicProgram } from "../../sdk/protocol/answers.ts";
import { isErased } from "../storage/queries/erasure.ts";
import { selectMember } from "../storage/queries/members.ts";
import { selectProgram } from "../storage/queries/programs.ts";
import { selectSite } from "../storage/queries/sites.ts";
import { publicProgram } from "./public-program.ts";
import { linkTo, type Reading } from "./work.ts";

/** What the hosted page of a mail's or receipt's link may show: it can be forwarded, so no reward is on it. */
export interface SharePage {
  code: string;
  link: string;
  brand: string;
  program: PublicProgram;
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
    brand: now.program.display.brand || site.name,
    program: publicProgram(now.program, reading.now()),
  };
}
