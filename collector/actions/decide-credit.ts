import { creditedTouch } from "../domain/credited-touch.ts";
import { isLive } from "../domain/is-live.ts";
import type { Program } from "../domain/program.ts";
import type { Reason } from "../domain/reason.ts";
import { hasBoughtBefore } from "../storage/queries/bought-before.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import type { MemberRow } from "../storage/queries/members.ts";
import { type ReferralRow, selectTieOf } from "../storage/queries/referrals.ts";
import type { Friend } from "./friend-of.ts";
import { isTrial } from "./is-trial.ts";
import { wasKnownBefore } from "./known-customer.ts";
import { type KnownTouches, knownTouches } from "./known-touches.ts";
import { rulesAt, rulesNow } from "./rules-of.ts";
import { tie } from "./tie.ts";
import type { Work } from "./work.ts";

/** The member whose code or link it was, though somebody else, or nobody, is credited: they are told why. */
export interface Asked {
  memberId: string;
  by: "code" | "link";
  at: number;
}

/** Whose referral a conversion is, and why not otherwise. */
export type Decision =
  | {
      referral: ReferralRow;
      by: "code" | "link" | "earlier" | "hand";
      because: Reason | null;
      asked: Asked | null;
      known: KnownTouches | null;
      /** The referral's member, where they are at hand. */
      member: MemberRow | null;
    }
  | { referral: null; because: Reason; asked: Asked | null };

/** A friend who is tied to a referrer stays theirs; anybody else is credited by the programme's rules. */
export async function decideCredit(
  work: Work,
  row: ConversionRow,
  friend: Friend,
  members: MemberRow[] = [],
): Promise<Decision> {
  const known = await knownTouches(work, row, friend, members);
  const earlier = friend.isNew
    ? undefined
    : await selectTieOf(work.db, row.site_id, friend.same, ownTieOf(row));
  if (!earlier) return decideAnew(work, row, friend, known);
  const asked = askedBy(known);
  const another = asked !== null && asked.memberId !== earlier.member_id;
  return {
    referral: earlier,
    by: "earlier",
    because: another ? "already_referred" : null,
    asked: another ? asked : null,
    known,
    member: known.members.get(earlier.member_id) ?? null,
  };
}

/** The tie that this very order made is no reason to keep it. */
function ownTieOf(row: ConversionRow): string | null {
  return row.credited_by === "earlier" ? null : row.referral_id;
}

/** The typed code's member, else the last link's. */
function askedBy({ typed, touches }: KnownTouches): Asked | null {
  const touch = typed ?? touches.at(-1);
  if (!touch) return null;
  const { memberId, at } = touch;
  return { memberId, by: typed ? "code" : "link", at };
}

async function decideAnew(
  work: Work,
  row: ConversionRow,
  friend: Friend,
  known: KnownTouches,
): Promise<Decision> {
  const { typed, touches, unknownCode, members } = known;
  const latest = typed ?? touches.at(-1);
  const asked = askedBy(known);
  const none = (because: Reason): Decision => ({
    referral: null,
    because,
    asked: because === "no_touch" ? null : asked,
  });
  if (!latest) return none(unknownCode ? "unknown_code" : "no_touch");
  const programId = members.get(latest.memberId)?.program_id ?? "default";
  const then = await rulesAt(work, row.site_id, programId, latest.at);
  if (!then) return none("outside_program");

  const credit = creditedTouch({
    rules: then.program.attribution,
    occurredAt: row.occurred_at,
    typed,
    touches,
    friend: await factsOf(work, row, friend, then.program),
    unknownCode,
  });
  if (!credit.credited) return none(credit.because);

  const member = members.get(credit.credited.memberId);
  if (!member || member.state === "suspended") return none("member_suspended");
  const now = await rulesNow(work, row.site_id, member.program_id);
  if (!now || !isLive(now.program, work.now())) return none("outside_program");
  return {
    referral: await tie(work, row, friend, member, credit),
    by: credit.by,
    because: null,
    asked: null,
    known,
    member,
  };
}

/** Who the friend is to the shop: who they are themselves, and whether they were a customer before. */
async function factsOf(
  work: Work,
  row: ConversionRow,
  friend: Friend,
  { attribution }: Program,
): Promise<{ memberIds: readonly string[]; existing: boolean }> {
  if (await isTrial(work, row.site_id))
    return { memberIds: [], existing: row.customer_existing === 1 };
  const { memberIds } = friend;
  if (!attribution.newCustomersOnly) return { memberIds, existing: false };
  const existing =
    row.customer_existing === 1 ||
    (!friend.isNew &&
      (await hasBoughtBefore(work.db, friend.same, row.occurred_at, row.id))) ||
    // What the shop says of this very order is newer, and more exact, than its list.
    (row.customer_existing === null &&
      (await wasKnownBefore(work, row, friend)));
  return { memberIds, existing };
}
