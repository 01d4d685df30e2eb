import { creditedTouch } from "../domain/credited-touch.ts";
import { isLive } from "../domain/is-live.ts";
import type { Reason } from "../domain/reason.ts";
import {
  type ConversionRow,
  hasBoughtBefore,
  updateConversion,
} from "../storage/queries/conversions.ts";
import { selectMember } from "../storage/queries/members.ts";
import { selectProgram, selectProgramAt } from "../storage/queries/programs.ts";
import {
  type ReferralRow,
  selectReferral,
  selectTieOf,
} from "../storage/queries/referrals.ts";
import { type Friend, friendOf } from "./friend-of.ts";

import { type KnownTouches, knownTouches } from "./known-touches.ts";
import { reconcileRewards } from "./reconcile-rewards.ts";
import { releaseRewards } from "./release-rewards.ts";
import { advanceTie, tie } from "./tie.ts";
import type { Work } from "./work.ts";

type Decision =
  | {
      referral: ReferralRow;
      by: "code" | "link" | "earlier";
      because: Reason | null;
    }
  | { referral: null; because: Reason };

/**
 * Decides who is credited for a conversion, and brings its rewards in line.
 * May be called again whenever something about the order has become known;
 * a credit that a trusted word has made stands.
 *
 * @param before how the order stood before this word, where it was known
 */
export async function creditConversion(
  work: Work,
  row: ConversionRow,
  before: ConversionRow = row,
): Promise<void> {
  const trusted = row.trust !== "claim";
  const stands = row.referral_id !== null && before.trust !== "claim";
  const friend = await friendOf(work, row);
  const decision: Decision =
    stands && row.referral_id !== null
      ? {
          referral: await selectReferral(work.db, row.referral_id),
          by: row.credited_by ?? "link",
          because: row.because as Reason | null,
        }
      : await decide(work, row, friend);

  if (row.referral_id !== null && row.referral_id !== decision.referral?.id)
    await releaseRewards(work, row, "credited_anew");

  const { referral } = decision;
  const credited: ConversionRow = {
    ...row,
    friend_id: referral && trusted ? referral.friend_id : friend.id,
    program_id: referral?.program_id ?? null,
    referral_id: referral?.id ?? null,
    member_id: referral?.member_id ?? null,
    credited_code: referral?.code ?? null,
    credited_by: decision.referral ? decision.by : null,
    credited_at: referral?.touch_at ?? null,
    because: decision.because,
  };
  const { id, ...columns } = credited;
  await updateConversion(work.db, id, columns);
  if (referral) {
    await advanceTie(work, referral, credited);
    await reconcileRewards(work, credited, { cause: work.newId("word") });
  }
}

async function decide(
  work: Work,
  row: ConversionRow,
  friend: Friend,
): Promise<Decision> {
  const known = await knownTouches(work, row, friend);
  const earlier = await selectTieOf(work.db, row.site_id, friend.same);
  if (earlier) {
    const other = known.typed ?? known.touches.at(-1);
    const asked = other && other.memberId !== earlier.member_id;
    return {
      referral: earlier,
      by: "earlier",
      because: asked ? "already_referred" : null,
    };
  }
  return decideAnew(work, row, friend, known);
}

async function decideAnew(
  work: Work,
  row: ConversionRow,
  friend: Friend,
  { typed, touches, unknownCode, programs }: KnownTouches,
): Promise<Decision> {
  const { db } = work;
  const lead = typed ?? touches.at(-1);
  if (!lead) {
    return {
      referral: null,
      because: unknownCode ? "unknown_code" : "no_touch",
    };
  }
  const programId = programs.get(lead.memberId) ?? "default";
  const then = await selectProgramAt(db, row.site_id, programId, lead.at);
  if (!then) return { referral: null, because: "outside_program" };
  const existing =
    row.customer_existing === 1 ||
    (await hasBoughtBefore(db, friend.same, row.occurred_at, row.id));
  const credit = creditedTouch({
    rules: then.program.attribution,
    occurredAt: row.occurred_at,
    typed,
    touches,
    friend: { memberIds: friend.memberIds, existing },
    unknownCode,
  });
  if (!credit.credited) return { referral: null, because: credit.because };

  const member = await selectMember(db, credit.credited.memberId);
  if (!member || member.state === "suspended")
    return { referral: null, because: "member_suspended" };
  const now = await selectProgram(db, row.site_id, member.program_id);
  if (!now || !isLive(now.program, work.now()))
    return { referral: null, because: "outside_program" };
  const referral = await tie(work, row, friend, member, credit);
  return { referral, by: credit.by, because: null };
}
