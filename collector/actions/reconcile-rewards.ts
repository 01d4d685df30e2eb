import { isLive } from "../domain/is-live.ts";
import type { Reason } from "../domain/reason.ts";
import { type PlannedReward, rewardsFor } from "../domain/rewards-for.ts";
import {
  type ConversionRow,
  updateConversion,
} from "../storage/queries/conversions.ts";
import { selectMember } from "../storage/queries/members.ts";
import {
  selectProgram,
  selectProgramVersion,
} from "../storage/queries/programs.ts";
import {
  type ReferralRow,
  selectReferral,
} from "../storage/queries/referrals.ts";
import { isStepTaken, selectRewardsOf } from "../storage/queries/rewards.ts";
import { adjustReward } from "./adjust-reward.ts";
import { promiseReward } from "./promise-reward.ts";
import type { Work } from "./work.ts";

/** A change of what one side gets, in minor units: negative where something is taken back. */
export interface Adjustment {
  to: "referrer" | "friend";
  amountMinor: number;
}

const sides = ["referrer", "friend"] as const;

/**
 * Brings a credited conversion's rewards to what the promised rules give for what is known of it now,
 * by posting differences. Calling it twice posts nothing the second time.
 *
 * @param cause what brought the change about, for the ledger
 */
export async function reconcileRewards(
  work: Work,
  row: ConversionRow,
  { cause }: { cause: string },
): Promise<Adjustment[]> {
  const { db } = work;
  if (row.referral_id === null) return [];
  const referral = await selectReferral(db, row.referral_id);
  const plan = await planned(work, row, referral);
  const brake = await brakeOn(work, row, referral);
  const held = await selectRewardsOf(db, [row.id]);

  const adjustments: Adjustment[] = [];
  for (const side of sides) {
    const target = plan.rewards.find((reward) => reward.to === side) ?? null;
    const reward = held.find((one) => one.side === side);
    const friendId = row.friend_id;
    if (reward) {
      const amountMinor = await adjustReward(work, row, reward, {
        target,
        brake,
        cause,
      });
      if (amountMinor) adjustments.push({ to: side, amountMinor });
      continue;
    }
    if (!target || brake) continue;
    const place = {
      siteId: row.site_id,
      programId: referral.program_id,
      friendId,
      on: row.type,
      side,
    };
    if (await isStepTaken(db, place)) continue;
    const amountMinor = await promiseReward(work, row, referral, target);
    if (amountMinor) adjustments.push({ to: side, amountMinor });
  }
  await updateConversion(db, row.id, {
    gross_minor: plan.grossMinor,
    warnings: JSON.stringify(plan.warnings),
    because: row.because ?? brake,
  });
  return adjustments;
}

interface Plan {
  rewards: PlannedReward[];
  warnings: { code: string; message: string }[];
  grossMinor: number;
}

/** What the rules that were promised give. */
async function planned(
  work: Work,
  row: ConversionRow,
  referral: ReferralRow,
): Promise<Plan> {
  const then = await selectProgramVersion(
    work.db,
    row.site_id,
    referral.program_id,
    referral.program_version,
  );
  if (!then) return { rewards: [], warnings: [], grossMinor: 0 };
  const { program } = then;
  if (row.currency !== null && row.currency !== program.currency) {
    return {
      rewards: [],
      grossMinor: 0,
      warnings: [
        {
          code: "other_currency",
          message: `The programme pays in ${program.currency} and this order is in ${row.currency}: it is credited, and earns no reward.`,
        },
      ],
    };
  }
  return rewardsFor({
    program,
    on: row.type,
    sale: {
      amountMinor: row.amount_minor,
      grossProfitMinor: row.gross_profit_minor,
      marginClass: row.margin_class,
      refundedMinor: row.refunded_minor,
    },
    at: referral.touch_at,
  });
}

/** What stops new promises now, whatever was promised then. */
async function brakeOn(
  work: Work,
  row: ConversionRow,
  referral: ReferralRow,
): Promise<Reason | null> {
  const member = await selectMember(work.db, referral.member_id);
  if (!member || member.state === "suspended") return "member_suspended";
  const now = await selectProgram(work.db, row.site_id, referral.program_id);
  return now && isLive(now.program, work.now()) ? null : "outside_program";
}
