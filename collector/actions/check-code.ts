import { normaliseCode } from "../../sdk/protocol/code.ts";
import type { CodeCheck } from "../../sdk/protocol/offers.ts";
import { isLive } from "../domain/is-live.ts";
import { offerOf } from "../domain/offer-of.ts";
import { selectMemberByCode } from "../storage/queries/members.ts";
import { selectProgram } from "../storage/queries/programs.ts";
import type { Reading } from "./work.ts";

/** Whether a code, as typed, would count now, and what it promises. */
export async function checkCode(
  reading: Reading,
  { siteId, code: typed }: { siteId: string; code: string },
): Promise<CodeCheck> {
  const code = normaliseCode(typed);
  const member =
    code === null ? undefined : await selectMemberByCode(reading.db, code);
  if (!member || code === null || member.site_id !== siteId)
    return { valid: false, because: "unknown_code" };
  if (member.state === "suspended")
    return { valid: false, because: "member_suspended" };
  const now = await selectProgram(reading.db, siteId, member.program_id);
  if (!now || !isLive(now.program, reading.now()))
    return { valid: false, because: "outside_program" };
  return {
    valid: true,
    code,
    offer: offerOf(now.program),
    from: member.public_name,
    member: member.id,
  };
}
