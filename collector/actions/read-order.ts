import type { MyDispute } from "../../sdk/protocol/me.ts";
import { selectAudit } from "../storage/queries/audit.ts";
import {
  type ConversionRow,
  selectConversion,
} from "../storage/queries/conversions.ts";
import { selectDisputesAbout } from "../storage/queries/disputes.ts";
import { selectLedgerOfRewards } from "../storage/queries/ledger-entries.ts";
import {
  type OrderChangeRow,
  selectOrderChanges,
} from "../storage/queries/order-changes.ts";
import { selectRefunds } from "../storage/queries/refunds.ts";
import { selectReward, selectRewardIdsOf } from "../storage/queries/rewards.ts";
import {
  answerConversions,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { answerDispute } from "./answer-dispute.ts";
import { answerReward, type RewardAnswer } from "./answer-reward.ts";
import type { Trust } from "./conversion-word.ts";
import { type MetTouch, touchesOfOrder } from "./touches-of-order.ts";
import type { Reading } from "./work.ts";

/** One line of the ledger. */
export interface LedgerLine {
  id: string;
  entry: string;
  amountMinor: number;
  actor: string;
  reason: string | null;
  at: number;
}

/** All that is known of one order, for whoever decides about it. */
export interface OrderCase {
  conversion: ConversionAnswer;
  trust: Trust;
  program: string | null;
  grossProfitMinor: number | null;
  /** What the programme's margins or the server say was earned, after refunds. */
  grossMinor: number | null;
  marginClass: string | null;
  customerId: string | null;
  customerExisting: boolean | null;
  /** As it was typed, where it is not a code. */
  code: string | null;
  touches: MetTouch[];
  /** Every reward that it ever had, with its lines of the ledger. */
  rewards: (RewardAnswer & { ledger: LedgerLine[] })[];
  refunds: {
    refundId: string;
    reason: "refund" | "chargeback";
    amountMinor: number;
    at: number;
  }[];
  changes: Pick<
    OrderChangeRow,
    "change_id" | "amount_before" | "amount_after" | "at"
  >[];
  audit: {
    at: number;
    actor: string;
    action: string;
    reason: string | null;
  }[];
  disputes: (MyDispute & { member: string })[];
}

/** `null` where there is no such order. */
export async function readOrder(
  reading: Reading,
  { siteId, order: id }: { siteId: string; order: string },
): Promise<OrderCase | null> {
  const { db } = reading;
  const row = await selectConversion(db, siteId, id);
  if (!row) return null;
  const [conversion] = await answerConversions(reading, [row]);
  if (!conversion) return null;
  const rewardIds = await selectRewardIdsOf(db, row.id);
  const about = [row.id, ...rewardIds];
  if (row.referral_id !== null) about.push(row.referral_id);
  const disputes = await selectDisputesAbout(db, siteId, about);
  const refunds = await selectRefunds(db, siteId, row.id);
  return {
    conversion,
    ...factsOf(row),
    touches: await touchesOfOrder(reading, row),
    rewards: await rewardsOf(reading, siteId, rewardIds),
    refunds: refunds.map((refund) => ({
      refundId: refund.refund_id,
      reason: refund.reason,
      amountMinor: refund.amount_minor,
      at: refund.at,
    })),
    changes: await selectOrderChanges(db, siteId, row.id),
    audit: await selectAudit(db, siteId, {
      subject: row.id,
      before: null,
      limit: 100,
    }),
    disputes: disputes.map((dispute) => ({
      ...answerDispute(reading, dispute),
      member: dispute.member_id,
    })),
  };
}

function factsOf(row: ConversionRow) {
  return {
    trust: row.trust,
    program: row.program_id,
    grossProfitMinor: row.gross_profit_minor,
    grossMinor: row.gross_minor,
    marginClass: row.margin_class,
    customerId: row.customer_id,
    customerExisting:
      row.customer_existing === null ? null : row.customer_existing === 1,
    code: row.code ?? row.unknown_code,
  };
}

async function rewardsOf(
  { db }: Reading,
  siteId: string,
  ids: string[],
): Promise<OrderCase["rewards"]> {
  const lines = await selectLedgerOfRewards(db, ids);
  const rewards: OrderCase["rewards"] = [];
  for (const id of ids) {
    const reward = await selectReward(db, siteId, id);
    if (!reward) continue;
    rewards.push({
      ...answerReward(reward),
      ledger: lines
        .filter((line) => line.reward_id === id)
        .map((line) => ({
          id: line.id,
          entry: line.entry,
          amountMinor: line.amount_minor,
          actor: line.actor,
          reason: line.reason,
          at: line.at,
        })),
    });
  }
  return rewards;
}
