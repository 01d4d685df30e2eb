import type { ConversionRow } from "../storage/queries/conversions.ts";
import { isStepTaken } from "../storage/queries/promised-so-far.ts";
import { type RewardRow, updateReward } from "../storage/queries/rewards.ts";
import type { Change } from "./adjust-reward.ts";
import { braked } from "./braked.ts";
import { confirmDue } from "./confirm-due.ts";
import { isHeld } from "./hold-rewards.ts";
import { isHoldOver } from "./is-hold-over.ts";
import { keepOverflow } from "./keep-overflow.ts";
import { postEntry } from "./post-entry.ts";
import type { PromisedTerms } from "./promised-terms.ts";
import type { Work } from "./work.ts";

/**
 * A claim's reward, once its order is verified: it passes the brakes like any other,
 * takes its place under its own id, or gives way where the friend's step is already taken.
 */
export async function verifyReward(
  work: Work,
  row: ConversionRow,
  reward: RewardRow,
  terms: PromisedTerms,
  { target, cause }: Change,
): Promise<number> {
  const taken = await isStepTaken(work.db, {
    siteId: row.site_id,
    programId: reward.program_id,
    friendId: row.friend_id,
    on: reward.step_on,
    side: reward.side,
    exceptId: reward.id,
  });
  const refusal = taken ? "already_referred" : terms.brake;
  const left =
    refusal || !target
      ? { amountMinor: 0, because: refusal }
      : await braked(work, terms, {
          on: row.type,
          side: reward.side,
          amountMinor: target.amountMinor,
          kind: reward.kind,
          at: reward.created_at,
          isNew: true,
        });
  const line = { cause, actor: "collector", reason: left.because };
  const delta = left.amountMinor - reward.amount_minor;
  if (left.amountMinor === 0) {
    await postEntry(work, reward, {
      ...line,
      entry: "void",
      amountMinor: delta,
      becomes: {
        amount_minor: 0,
        state: "void",
        because: left.because ?? "refunded",
        released: taken ? 1 : 0,
      },
    });
    return delta;
  }
  if (delta !== 0)
    await postEntry(work, reward, {
      ...line,
      entry: "adjust",
      amountMinor: delta,
      becomes: { amount_minor: left.amountMinor },
    });
  const waits = isHeld(row)
    ? "fraud_hold"
    : (await isHoldOver(work, row, reward))
      ? null
      : "hold_period";
  await updateReward(work.db, reward.id, {
    friend_id: row.friend_id,
    because: waits,
    ...(reward.side === "friend" ? { person_id: row.friend_id } : {}),
  });
  if (reward.overflow_kind !== null)
    await keepOverflow(work, terms, reward, {
      overflow: target?.overflow ?? null,
      wasClaim: true,
    });
  if (waits === null)
    await confirmDue(
      work,
      { ...reward, amount_minor: left.amountMinor },
      { actor: "collector", reason: left.because },
    );
  return delta;
}
