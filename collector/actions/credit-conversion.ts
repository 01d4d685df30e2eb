import type { Updateable } from "kysely";
import type { Reason } from "../domain/reason.ts";
import {
  type ConversionRow,
  insertConversion,
  updateConversion,
} from "../storage/queries/conversions.ts";
import { selectReferral } from "../storage/queries/referrals.ts";
import type { RewardRow } from "../storage/queries/rewards.ts";
import { isTrusted } from "./conversion-word.ts";
import { type Decision, decideCredit } from "./decide-credit.ts";
import { earningOf, promiseFirst, withEarning } from "./first-rewards.ts";
import { isForNewOnly } from "./for-new-only.ts";
import { type Friend, friendOf } from "./friend-of.ts";
import { holdRewards, isHeld, verdictIn } from "./hold-rewards.ts";
import { isOpenToChange, isToldExisting } from "./is-open-to-change.ts";
import { judgeOrder } from "./judge-order.ts";
import { knownTouches } from "./known-touches.ts";
import type { LookedUp } from "./look-up.ts";
import { reconcileRewards } from "./reconcile-rewards.ts";
import { releaseRewards } from "./release-rewards.ts";
import { advanceTie } from "./tie.ts";
import type { Work } from "./work.ts";

/** A new order as it is stored now, with its rewards; `null` where they have to be read. */
interface Stored {
  row: ConversionRow;
  rewards: RewardRow[] | null;
}

/**
 * Decides who is credited for a conversion, stores it, and brings its rewards in line.
 * May be called again whenever something about the order has become known;
 * a credit that a trusted word has made stands, unless a further word bears on it in time. Answers what is stored of a
 * new order, and `null` for a known one.
 *
 * @param row what is known of the order now
 * @param before how it is stored, or `null` where it is new
 * @param given.decided who is credited, where the owner has said so
 * @param given.lookedUp whom the order names, where that was looked up before
 */
export async function creditConversion(
  work: Work,
  row: ConversionRow,
  before: ConversionRow | null,
  given: { decided?: Decision; lookedUp?: LookedUp } = {},
): Promise<Stored | null> {
  const { lookedUp } = given;
  const friend = await friendOf(work, row, lookedUp?.buyers);
  const open = before !== null && (await isOpenToChange(work, row, before));
  const decision =
    given.decided ??
    (open ? null : await standingDecision(work, row, before)) ??
    (await decideCredit(work, row, friend, lookedUp?.members));
  const { referral } = decision;
  if (before?.referral_id && before.referral_id !== referral?.id)
    await releaseRewards(work, before, releasedBecause(before, decision));

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
    asked_member_id: decision.asked?.memberId ?? null,
    asked_by: decision.asked?.by ?? null,
    asked_at: decision.asked?.at ?? null,
    verdict: trusted
      ? await verdictOf(work, row, friend, decision, before)
      : null,
  };
  if (!before) return storeNew(work, credited, friend, decision);
  const change = changed(before, credited);
  if (Object.keys(change).length > 0)
    await updateConversion(work.db, row.id, change);
  if (referral) {
    await advanceTie(work, referral, credited);
    const cause = work.newId("word");
    await reconcileRewards(work, credited, { cause });
    if (isHeld(credited) && !isHeld(before))
      await holdRewards(work, credited, { cause });
  }
  return null;
}

async function storeNew(
  work: Work,
  row: ConversionRow,
  friend: Friend,
  decision: Decision,
): Promise<Stored> {
  const { referral } = decision;
  const earning =
    referral && (await earningOf(work, row, referral, decision.member));
  const whole = earning ? withEarning(row, earning) : row;
  await insertConversion(work.db, whole);
  if (referral) await advanceTie(work, referral, whole);
  return earning
    ? promiseFirst(work, whole, friend, earning)
    : { row: whole, rewards: [] };
}

/** What those are told who had been promised something. */
function releasedBecause(before: ConversionRow, { because }: Decision): Reason {
  if (!isTrusted(before.trust)) return "unverified";
  return because ?? "already_referred";
}

/**
 * The credit that a trusted word has already made, if any. Where it is said too late to undo it that the customer is
 * not new, the order stays credited and earns nothing any more: see `reconcileRewards`.
 */
async function standingDecision(
  work: Work,
  row: ConversionRow,
  before: ConversionRow | null,
): Promise<Decision | null> {
  if (!before?.referral_id || !isTrusted(before.trust)) return null;
  const by = before.credited_by ?? "link";
  const isFirst = by === "code" || by === "link";
  const referral = await selectReferral(work.db, before.referral_id);
  const isToldLate = isFirst && isToldExisting(row, before);
  return {
    referral,
    by,
    because:
      isToldLate && (await isForNewOnly(work, referral))
        ? "existing_customer"
        : (before.because as Reason | null),
    asked: askedBefore(before),
    known: null,
    member: null,
  };
}

function askedBefore({ asked_member_id, asked_by, asked_at }: ConversionRow) {
  return asked_member_id === null || asked_by === null || asked_at === null
    ? null
    : { memberId: asked_member_id, by: asked_by, at: asked_at };
}

/**
 * What the owner has credited by hand was looked at: it is not judged.
 * An order that is held for one referral stays so, whatever else is said of it: only the owner ends a hold,
 * and what the owner has let through is not held again.
 */
async function verdictOf(
  work: Work,
  row: ConversionRow,
  friend: Friend,
  decision: Decision,
  before: ConversionRow | null,
): Promise<string | null> {
  const { referral } = decision;
  if (!referral || decision.by === "hand") return null;
  const known = decision.known ?? (await knownTouches(work, row, friend));
  const { by } = decision;
  const verdict = await judgeOrder(work, row, { friend, referral, by, known });
  const was = before?.referral_id === referral.id ? verdictIn(before) : null;
  if (was?.released)
    return JSON.stringify({ ...verdict, held: false, released: true });
  return JSON.stringify(was?.held && !verdict.held ? was : verdict);
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
