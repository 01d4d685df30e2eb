import type { Selectable } from "kysely";
import type { Reason } from "../domain/reason.ts";
import type { PlannedReward } from "../domain/reward-plan.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import { insertReward, updateReward } from "../storage/queries/rewards.ts";
import type { RewardsTable } from "../storage/tables/rewards.ts";
import { announceReward } from "./announce-change.ts";
import { braked } from "./braked.ts";
import { isTrusted } from "./conversion-word.ts";
import { handOutGift } from "./hand-out-gift.ts";
import { isHeld } from "./hold-rewards.ts";
import { keepOverflow } from "./keep-overflow.ts";
import { postEntry } from "./post-entry.ts";
import type { PromisedTerms } from "./promised-terms.ts";
import type { Work } from "./work.ts";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Promises one side its reward: as much as limits and budgets leave, held for the step's days,
 * confirmed at once where there is nothing to wait for. A reward that a limit takes away entirely
 * is kept as void, with the reason, so that the customer can be told.
 */
export async function promiseReward(
  work: Work,
  row: ConversionRow,
  terms: PromisedTerms,
  target: PlannedReward,
): Promise<Selectable<RewardsTable>> {
  const { referral, member, promised } = terms;
  const claim = !isTrusted(row.trust);
  // A claim reserves nothing: it passes the brakes once it is verified.
  const left = claim
    ? { amountMinor: target.amountMinor, because: null }
    : await braked(work, terms, {
        on: row.type,
        side: target.to,
        amountMinor: target.amountMinor,
        kind: target.kind,
        at: work.now(),
        isNew: true,
      });
  const step = promised.steps.find(({ on }) => on === row.type);
  const holdMs = (step?.holdDays ?? 0) * dayMs;
  const refused = left.amountMinor === 0;
  const waits: Reason | null = claim
    ? "unverified"
    : isHeld(row)
      ? "fraud_hold"
      : holdMs > 0
        ? "hold_period"
        : null;
  const because = refused ? (left.because ?? "limit_reached") : waits;
  const reward: Selectable<RewardsTable> = {
    id: work.newId("rwd"),
    site_id: row.site_id,
    conversion_id: row.id,
    referral_id: referral.id,
    program_id: referral.program_id,
    step_on: row.type,
    side: target.to,
    person_id: target.to === "referrer" ? member.person_id : row.friend_id,
    friend_id: row.friend_id,
    kind: target.kind,
    name: target.name,
    currency: row.currency ?? promised.currency,
    amount_minor: left.amountMinor,
    compensation_minor: 0,
    state: refused ? "void" : because === null ? "confirmed" : "pending",
    because,
    capped_by: JSON.stringify([
      ...target.cappedBy,
      ...(left.because ? [left.because] : []),
    ]),
    confirmable_at: refused ? null : holdFrom(row) + holdMs,
    released: 0,
    seen_standing: null,
    created_at: work.now(),
  };
  await insertReward(work.db, reward, row);
  const { overflow } = target;
  if (overflow && !refused)
    await keepOverflow(work, terms, reward, { overflow, isClaim: claim });
  if (reward.state === "confirmed") await confirmWithGift(work, reward);
  await announceReward(work, reward, "created");
  await postEntry(work, reward, {
    entry: refused ? "void" : "accrue",
    amountMinor: left.amountMinor,
    cause: row.id,
    actor: "collector",
    reason: reward.because,
    becomes: {},
  });
  if (reward.state === "confirmed") {
    await postEntry(work, reward, {
      entry: "confirm",
      amountMinor: 0,
      cause: "once",
      actor: "collector",
      reason: null,
      becomes: {},
    });
  }
  return reward;
}

/** A gift without a code is not confirmed: it waits for one. */
async function confirmWithGift(
  work: Work,
  reward: Selectable<RewardsTable>,
): Promise<void> {
  reward.because = await handOutGift(work, reward);
  if (reward.because === null) return;
  reward.state = "pending";
  const { state, because } = reward;
  await updateReward(work.db, reward.id, { state, because });
}

/** A browser's clock is no reason to pay early: only the shop's server dates an order into the past. */
function holdFrom(row: ConversionRow): number {
  return row.trust === "server"
    ? row.occurred_at
    : Math.max(row.occurred_at, row.recorded_at);
}
