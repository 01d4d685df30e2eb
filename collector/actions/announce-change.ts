import { selectMember } from "../storage/queries/members.ts";
import { selectKeysOf } from "../storage/queries/people.ts";
import {
  type ReferralRow,
  selectReferral,
} from "../storage/queries/referrals.ts";
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
    ...(await partiesOf(work, referral)),
    program: referral.program_id,
    code: referral.code,
    by: referral.credited_by,
    touchAt: referral.touch_at,
    stage: referral.stage,
    verified: referral.verified === 1,
    createdAt: referral.created_at,
  }));
}

/** Tells of a conversion, as the API has just answered it. */
export function announceConversion(
  work: Work,
  siteId: string,
  conversion: ConversionAnswer,
): Promise<void> {
  return announce(work, siteId, "conversion.recorded", async () => ({
    ...(await partiesById(work, conversion.attributed?.referral ?? null)),
    conversion,
  }));
}

/** Tells that a reward was promised or has reached another state. */
export function announceReward(
  work: Work,
  { id, site_id }: { id: string; site_id: string },
  what: "created" | "confirmed" | "paid" | "voided",
): Promise<void> {
  return announce(work, site_id, `reward.${what}`, async () => {
    const reward = await selectReward(work.db, site_id, id);
    return {
      ...(await partiesById(work, reward?.referral_id ?? null)),
      reward: reward ? answerReward(reward) : null,
    };
  });
}

/** Whom a message is about, by our ids and by the shop's own. */
interface Parties {
  referral: string | null;
  member: string | null;
  memberExternalId: string | null;
  friend: string | null;
  /** What the shop calls the friend, where a trusted word has said so. */
  friendExternalId: string | null;
}

async function partiesById(work: Work, id: string | null): Promise<Parties> {
  if (id !== null) return partiesOf(work, await selectReferral(work.db, id));
  return {
    referral: null,
    member: null,
    memberExternalId: null,
    friend: null,
    friendExternalId: null,
  };
}

async function partiesOf(
  { db }: Work,
  { id, member_id, friend_id }: ReferralRow,
): Promise<Parties> {
  const member = await selectMember(db, member_id);
  const names = await selectKeysOf(db, friend_id);
  return {
    referral: id,
    member: member_id,
    memberExternalId: member?.external_id ?? null,
    friend: friend_id,
    friendExternalId: names.find(({ kind }) => kind === "id")?.value ?? null,
  };
}
