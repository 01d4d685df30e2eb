import type { MyFriend, MyReward, Receipt } from "../../sdk/protocol/me.ts";
import type { Reason } from "../../sdk/protocol/reasons.ts";
import {
  countAskedFriends,
  selectAskedFriends,
} from "../storage/queries/asked-friends.ts";
import {
  countFriends,
  selectFriends,
  selectHistory,
} from "../storage/queries/referrals.ts";
import type { Reading } from "./work.ts";

/** So many friends are listed, the newest; the labels count all. */
const listedFriends = 50;

type Unlabelled = Omit<MyFriend, "label">;

/**
 * A member's friends: those who are tied to them, and those whose order came with the member's code or link and yet counts
 * for nobody, or for somebody else, with the reason. Numbered in the order they came, and never named.
 */
export async function myFriends(
  { db }: Reading,
  memberId: string,
  rewards: MyReward[],
): Promise<MyFriend[]> {
  const ties = await selectFriends(db, memberId, listedFriends);
  const asked = await selectAskedFriends(db, memberId, listedFriends);
  const total =
    (await countFriends(db, memberId)) +
    (await countAskedFriends(db, memberId));
  const orders = ties.length
    ? await selectHistory(
        db,
        ties.map(({ id }) => id),
      )
    : [];
  const lastReason = new Map(
    orders.map(({ referral_id, because }) => [referral_id, because]),
  );
  const friends = [
    ...ties.map((tie) =>
      tied(tie, {
        orderReason: lastReason.get(tie.id) ?? null,
        rewards: rewards.filter(({ friend }) => friend === tie.id),
        orders: orders.filter(({ referral_id }) => referral_id === tie.id),
      }),
    ),
    ...asked.map(refused),
  ];
  return friends
    .sort((a, b) => b.at - a.at || ((a.id ?? "") < (b.id ?? "") ? 1 : -1))
    .slice(0, listedFriends)
    .map((friend, index) => ({ label: String(total - index), ...friend }));
}

type Tie = Awaited<ReturnType<typeof selectFriends>>[number];

type Order = Awaited<ReturnType<typeof selectHistory>>[number];

function tied(
  tie: Tie,
  {
    orderReason,
    rewards: earned,
    orders,
  }: { orderReason: string | null; rewards: MyReward[]; orders: Order[] },
): Unlabelled {
  const receipts = earned.flatMap(({ receipt }) => receipt ?? []);
  // Another code than the referrer's came along later: that is the other member's matter.
  const brake = orderReason === "already_referred" ? null : orderReason;
  const isGuarded = orders.some((order) => isWithheld(order, earned));
  const taken: Reason | null =
    earned.find(({ state }) => state === "void")?.because ??
    (isGuarded ? "limit_reached" : null);
  const counts = earned.some(({ state }) => state !== "void");
  const because = tie.verified
    ? ((brake as Reason | null) ?? (counts ? null : taken))
    : "unverified";
  return {
    id: tie.id,
    stage: tie.stage,
    because,
    at: tie.created_at,
    receipt: {
      by: tie.credited_by,
      touchedAt: tie.touch_at,
      because: because ?? receipts[0]?.because ?? null,
      until: receipts.find(({ until }) => until !== null)?.until ?? null,
      cappedBy: [
        ...new Set([
          ...receipts.flatMap(({ cappedBy }) => cappedBy),
          ...(isGuarded ? ["guardrail"] : []),
        ]),
      ],
    },
  };
}

/** A guardrail that refuses leaves no reward behind that could say so: the order's warning does. */
function isWithheld({ type, warnings }: Order, earned: MyReward[]): boolean {
  return (
    warnings.includes('"code":"guardrail"') &&
    !earned.some(({ on }) => on === type)
  );
}

type Asked = Awaited<ReturnType<typeof selectAskedFriends>>[number];

function refused(order: Asked): Unlabelled {
  const because = order.because as Reason | null;
  return {
    id: order.id,
    stage: order.type,
    because,
    at: order.recorded_at,
    receipt: {
      by: order.asked_by ?? "link",
      touchedAt: order.asked_at ?? order.recorded_at,
      because,
      until: null,
      cappedBy: [],
    },
  };
}

/** Why a reward counts, waits, or was reduced or refused. */
export function receiptOf(reward: {
  state: MyReward["state"];
  because: string | null;
  capped_by: string;
  confirmable_at: number | null;
  credited_by: Receipt["by"] | null;
  credited_at: number | null;
  created_at: number;
  voided_by: string | null;
  void_reason: string | null;
}): Receipt {
  const isByHand =
    reward.voided_by !== null && reward.voided_by !== "collector";
  const waits = reward.state === "pending" && reward.because === "hold_period";
  return {
    by: reward.credited_by ?? "link",
    touchedAt: reward.credited_at ?? reward.created_at,
    because: reward.because as Reason | null,
    until: waits ? reward.confirmable_at : null,
    cappedBy: JSON.parse(reward.capped_by) as string[],
    ...(isByHand && reward.void_reason ? { note: reward.void_reason } : {}),
  };
}
