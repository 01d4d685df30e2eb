import type { Overflow } from "../../sdk/protocol/me.ts";
import type { RewardRow } from "../storage/queries/rewards.ts";

/** A reward as servers and the owner see it. */
export interface RewardAnswer {
  id: string;
  conversion: string;
  referral: string;
  to: "referrer" | "friend";
  /** The beneficiary's member id, or `null` for a friend who has not joined. */
  member: string | null;
  friend: string;
  on: string;
  kind: string;
  amountMinor: number;
  currency: string;
  state: RewardRow["state"];
  because: string | null;
  cappedBy: string[];
  confirmableAt: number | null;
  /** What was taken back after payment: zero or negative. */
  compensationMinor: number;
  createdAt: number;
  /** What the part above the cap became; `null` where there is none, or it was taken back. */
  overflow: Overflow | null;
  /** That a gift code was handed out for it, and when; the code itself is for the beneficiary only. */
  gift: {
    pool: string;
    handedOutAt: number;
    /** Set where the reward was taken back afterwards: the code may have been used all the same. */
    takenBackAt: number | null;
  } | null;
}

export function answerReward(reward: RewardRow): RewardAnswer {
  return {
    id: reward.id,
    conversion: reward.conversion_id,
    referral: reward.referral_id,
    to: reward.side,
    member: reward.member_id,
    friend: reward.friend_id,
    on: reward.step_on,
    kind: reward.kind,
    amountMinor: reward.amount_minor,
    currency: reward.currency,
    state: reward.state,
    because: reward.because,
    cappedBy: JSON.parse(reward.capped_by) as string[],
    confirmableAt: reward.confirmable_at,
    compensationMinor: reward.compensation_minor,
    createdAt: reward.created_at,
    overflow: overflowOf(reward),
    gift:
      reward.gift_pool_id === null || reward.gift_handed_out_at === null
        ? null
        : {
            pool: reward.gift_pool_id,
            handedOutAt: reward.gift_handed_out_at,
            takenBackAt: reward.gift_taken_back_at,
          },
  };
}

export function overflowOf(
  reward: Pick<
    RewardRow,
    | "overflow_kind"
    | "overflow_name"
    | "overflow_value_minor"
    | "overflow_taken_back_at"
  >,
): Overflow | null {
  const { overflow_kind: kind, overflow_name: name } = reward;
  const valueMinor = reward.overflow_value_minor;
  if (kind === null || name === null || valueMinor === null) return null;
  return reward.overflow_taken_back_at === null
    ? { kind, name, valueMinor }
    : null;
}
