import { type Parties, selectParties } from "../storage/queries/parties.ts";
import type { ReferralRow } from "../storage/queries/referrals.ts";
import { selectReward } from "../storage/queries/rewards.ts";
import { announce } from "./announce.ts";
import type { ConversionAnswer } from "./answer-conversion.ts";
import { answerReward } from "./answer-reward.ts";
import type { Work } from "./work.ts";

/** Tells that a friend was tied to a member. */
export function announceReferral(
  work: Work,
  referral: ReferralRow,
): Promise<void> {
  return announce(work, referral.site_id, "referral.created", async () => ({
    ...(await partiesOf(work, referral.id)),
    program: referral.program_id,
    code: referral.code,
    by: referral.credited_by,
    touchAt: referral.touch_at,
    stage: referral.stage,
    verified: referral.verified === 1,
    createdAt: referral.created_at,
  }));
}

/** Tells of a conversion, as the API has just answered it; `verified` where it had been a mere claim before. */
export function announceConversion(
  work: Work,
  siteId: string,
  conversion: ConversionAnswer,
  what: "recorded" | "verified",
): Promise<void> {
  return announce(work, siteId, `conversion.${what}`, async () => ({
    ...(await partiesOf(work, conversion.attributed?.referral ?? null)),
    conversion,
  }));
}

/** Tells that a reward was promised, has reached another state, or has another amount. */
export function announceReward(
  work: Work,
  { id, site_id }: { id: string; site_id: string },
  what: "created" | "confirmed" | "paid" | "voided" | "adjusted",
): Promise<void> {
  return announce(work, site_id, `reward.${what}`, async () => {
    const reward = await selectReward(work.db, site_id, id);
    return {
      ...(await partiesOf(work, reward?.referral_id ?? null)),
      reward: reward ? answerReward(reward) : null,
    };
  });
}

async function partiesOf({ db }: Work, id: string | null): Promise<Parties> {
  const parties = id === null ? undefined : await selectParties(db, id);
  return parties ?? nobody;
}

const nobody: Parties = {
  referral: null,
  member: null,
  memberExternalId: null,
  friend: null,
  friendExternalId: null,
};
