import type { Me, MyReward } from "../../sdk/protocol/me.ts";
import type { RewardKind } from "../../sdk/protocol/offers.ts";
import type { Reason } from "../../sdk/protocol/reasons.ts";
import { DomainError } from "../domain/domain-error.ts";
import type { Program } from "../domain/program.ts";
import { selectDecisions } from "../storage/queries/decisions.ts";
import { selectDisputesOf } from "../storage/queries/disputes.ts";
import { selectMemberByToken } from "../storage/queries/member-tokens.ts";
import { selectMember } from "../storage/queries/members.ts";
import { selectProgram } from "../storage/queries/programs.ts";
import { selectTieOf } from "../storage/queries/referrals.ts";
import {
  selectRewardsOfPerson,
  sumRewardsOfPerson,
} from "../storage/queries/rewards-of-person.ts";
import { selectSite } from "../storage/queries/sites.ts";
import { hashSecret } from "../storage/vault.ts";
import { answerDispute } from "./answer-dispute.ts";
import { overflowOf } from "./answer-reward.ts";
import { giftsInHand } from "./gifts-in-hand.ts";
import { myFriends, receiptOf } from "./my-friends.ts";
import { publicProgram } from "./public-program.ts";
import { linkTo, type Reading } from "./work.ts";

const listedDisputes = 50;

/** Whose member token this is, or `null`. */
export async function memberByToken(
  reading: Reading,
  token: string,
): Promise<{ memberId: string; siteId: string } | null> {
  const found = await selectMemberByToken(reading.db, hashSecret(token));
  return found ? { memberId: found.id, siteId: found.site_id } : null;
}

/** A mark that changes whenever something is decided, by whichever collector of the database. */
export function markOfDecisions(reading: Reading): Promise<string> {
  return selectDecisions(reading.db);
}

/** A member's own page, of which time alone changes nothing but the programme's state. */
export interface MyBooks {
  program: Program;
  rest: Omit<Me, "program">;
}

/** A member's own page: their link, what they earned as referrer or as friend, and how their friends are doing. */
export async function readMe(
  reading: Reading,
  { memberId }: { memberId: string },
): Promise<Me> {
  const { program, rest } = await readMyBooks(reading, memberId);
  return { program: publicProgram(program, reading.now()), ...rest };
}

/** The same, for whoever keeps it until something is decided. */
export async function readMyBooks(
  reading: Reading,
  memberId: string,
): Promise<MyBooks> {
  const { db } = reading;
  const member = await selectMember(db, memberId);
  if (!member) throw new DomainError("not_found", "This member is gone.");
  const now = await selectProgram(db, member.site_id, member.program_id);
  if (!now) throw new DomainError("not_found", "This programme is gone.");
  const { program } = now;
  const site = await selectSite(db, member.site_id);
  const referredBy = await selectTieOf(db, member.site_id, [member.person_id]);
  const { texts } = program.display;
  const rewards = await myRewards(reading, member.person_id);
  const rest = {
    member: {
      id: member.id,
      code: member.code,
      link: linkTo(reading, member.code),
      publicName: member.public_name,
      referred: referredBy !== undefined,
    },
    ...(site?.test === 1 ? { test: true as const } : {}),
    totals: await totals(reading, member.person_id, program.currency),
    rewards,
    friends: await myFriends(reading, member.id, rewards),
    disputes: (await selectDisputesOf(db, member.id, listedDisputes)).map(
      (dispute) => answerDispute(reading, dispute),
    ),
    share: {
      text: texts.share_text ?? null,
      disclosure: texts.disclosure ?? null,
    },
  };
  return { program, rest };
}

type OwnReward = Awaited<ReturnType<typeof selectRewardsOfPerson>>[number];

/** What a beneficiary would want to be told of anew when it changes. */
export function standingOf(reward: {
  state: string;
  because: string | null;
}): string {
  return reward.because === "unverified"
    ? `${reward.state} unverified`
    : reward.state;
}

async function myRewards(
  reading: Reading,
  personId: string,
): Promise<MyReward[]> {
  const rewards = await selectRewardsOfPerson(reading.db, personId);
  const gifts = await giftsInHand(reading, rewards);
  return rewards.map((reward) => ({
    ...myReward(reward),
    ...gifts.get(reward.id),
  }));
}

function myReward(reward: OwnReward): MyReward {
  const overflow = overflowOf(reward);
  const isNews = reward.state !== "void" && reward.because !== "unverified";
  return {
    id: reward.id,
    to: reward.side,
    on: reward.step_on,
    kind: reward.kind as RewardKind,
    name: reward.name,
    // As in the totals: what was taken back after payment is theirs no more.
    amountMinor: reward.amount_minor + reward.compensation_minor,
    currency: reward.currency,
    ...(reward.void_minor ? { voidedMinor: -reward.void_minor } : {}),
    ...(overflow ? { overflow } : {}),
    state: reward.state,
    because: reward.because as Reason | null,
    confirmableAt: reward.confirmable_at,
    at: reward.created_at,
    seen: !isNews || reward.seen_standing === standingOf(reward),
    friend: reward.side === "referrer" ? reward.referral_id : null,
    receipt: receiptOf(reward),
  };
}

async function totals(
  { db }: Reading,
  personId: string,
  currency: string,
): Promise<Me["totals"]> {
  const sums = await sumRewardsOfPerson(db, personId);
  const inCurrency = (of: string) => {
    const sum = (state: string) =>
      sums
        .filter((one) => one.state === state && one.currency === of)
        .reduce(
          (total, one) => total + Number(one.amount) + Number(one.compensation),
          0,
        );
    return {
      pendingMinor: sum("pending"),
      confirmedMinor: sum("confirmed"),
      paidMinor: sum("paid"),
      currency: of,
    };
  };
  const others = [...new Set(sums.map((one) => one.currency))]
    .filter((other) => other !== currency)
    .map(inCurrency)
    .filter((sum) => sum.pendingMinor || sum.confirmedMinor || sum.paidMinor);
  return { ...inCurrency(currency), ...(others.length ? { others } : {}) };
}
