import type { Updateable } from "kysely";
import type { Reason } from "../domain/reason.ts";
import {
  type ConversionRow,
  insertConversion,
  updateConversion,
} from "../storage/queries/conversions.ts";
import { selectReferral } from "../storage/queries/referrals.ts";
import { isTrusted } from "./conversion-word.ts";
import { type Decision, decideCredit } from "./decide-credit.ts";
import { friendOf } from "./friend-of.ts";
import { reconcileRewards } from "./reconcile-rewards.ts";
import { releaseRewards } from "./release-rewards.ts";
import { advanceTie } from "./tie.ts";
import type { Work } from "./work.ts";

/**
 * Decides who is credited for a conversion, stores it, and brings its rewards in line.
 * May be called again whenever something about the order has become known;
 * a credit that a trusted word has made stands.
 *
 * @param row what is known of the order now
 * @param before how it is stored, or `null` where it is new
 */
export async function creditConversion(
  work: Work,
  row: ConversionRow,
  before: ConversionRow | null,
): Promise<void> {
  const friend = await friendOf(work, row);
  const decision =
    (await standingDecision(work, before)) ??
    (await decideCredit(work, row, friend));
  const { referral } = decision;
  if (before?.referral_id && before.referral_id !== referral?.id)
    await releaseRewards(work, before, "credited_anew");

  const trusted = isTrusted(row.trust);
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
  if (!before) await insertConversion(work.db, credited);
  else await updateConversion(work.db, row.id, changed(before, credited));
  if (!referral) return;
  await advanceTie(work, referral, credited);
  await reconcileRewards(work, credited, { cause: work.newId("word") });
}

/** The credit that a trusted word has already made, if any. */
async function standingDecision(
  work: Work,
  before: ConversionRow | null,
): Promise<Decision | null> {
  if (!before?.referral_id || !isTrusted(before.trust)) return null;
  return {
    referral: await selectReferral(work.db, before.referral_id),
    by: before.credited_by ?? "link",
    because: before.because as Reason | null,
  };
}

/** Only what differs is written, so that untouched indexes stay untouched. */
function changed(
  before: ConversionRow,
  after: ConversionRow,
): Updateable<ConversionRow> {
  const columns = Object.keys(after) as (keyof ConversionRow)[];
  return Object.fromEntries(
    columns
      .filter((column) => before[column] !== after[column])
      .map((column) => [column, after[column]]),
  );
}
