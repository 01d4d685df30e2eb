import { withinBudgets, withinLimits } from "./brakes.ts";
import type { Sale } from "./gross-profit.ts";
import { overflowCost } from "./planned-overflow.ts";
import type { Program } from "./program.ts";
import { rewardsFor } from "./rewards-for.ts";

type Side = "referrer" | "friend";

/** A conversion that was credited, and what it was promised. Amounts in minor units, instants in epoch milliseconds. */
export interface PastConversion {
  on: string;
  at: number;
  touchAt: number;
  friend: string;
  sale: Sale;
  sides: Record<Side, PastSide>;
}

export interface PastSide {
  /** Who got it, or would: a member's id, `null` for a friend who has not joined. */
  member: string | null;
  /** What stands of the promise today, after refunds; with the worth of a perk for what is above the cap. */
  amountMinor: number;
  /** Taken back for a reason that other rules would not change. */
  refused: boolean;
}

export interface MemberChange {
  member: string;
  beforeMinor: number;
  afterMinor: number;
}

export interface Rehearsal {
  before: { rewards: number; costMinor: number };
  after: { rewards: number; costMinor: number };
  /** Everybody who got something or would, the largest change first. */
  members: MemberChange[];
}

/**
 * Plays credited conversions once more, oldest first, as if `program` had been in force, and live, all the time. A step
 * pays once per friend and side; limits and budgets of the programme are empty at the beginning. Perks for
 * what is above a cap are part of the cost.
 */
export function rehearse(
  program: Program,
  conversions: readonly PastConversion[],
): Rehearsal {
  const play = createPlay(program);
  const totals = {
    before: { rewards: 0, costMinor: 0 },
    after: { rewards: 0, costMinor: 0 },
  };
  const members = new Map<string, MemberChange>();
  const inOrder = conversions.toSorted((a, b) => a.at - b.at);
  for (const conversion of inOrder) {
    const after = play(conversion);
    for (const to of ["referrer", "friend"] as const) {
      const { member, amountMinor } = conversion.sides[to];
      count(totals.before, amountMinor);
      count(totals.after, after[to]);
      if (member === null) continue;
      const change = members.get(member) ?? {
        member,
        beforeMinor: 0,
        afterMinor: 0,
      };
      change.beforeMinor += amountMinor;
      change.afterMinor += after[to];
      members.set(member, change);
    }
  }
  return {
    ...totals,
    members: [...members.values()].sort(
      (a, b) => size(b) - size(a) || (a.member < b.member ? -1 : 1),
    ),
  };
}

function count(
  total: { rewards: number; costMinor: number },
  amountMinor: number,
): void {
  if (amountMinor > 0) total.rewards += 1;
  total.costMinor += amountMinor;
}

function size({ beforeMinor, afterMinor }: MemberChange): number {
  return Math.abs(afterMinor - beforeMinor);
}

function createPlay(program: Program) {
  const taken = new Set<string>();
  const earned = new Map<
    string,
    { on: string; amountMinor: number; at: number }[]
  >();
  const promised = new Map<string | null, number>();

  function braked(
    conversion: PastConversion,
    to: Side,
    wanted: { amountMinor: number; whole: boolean },
    /** False for what only comes on top of a reward, and is none of its own. */
    isReward: boolean,
  ): number {
    const { on, at } = conversion;
    const member = conversion.sides[to].member ?? "";
    const limited =
      to === "friend"
        ? wanted.amountMinor
        : withinLimits({
            limits: isReward
              ? program.limits
              : program.limits.filter(({ unit }) => unit === "money"),
            on,
            earned: earned.get(member) ?? [],
            now: at,
            timeZone: program.timeZone,
            ...wanted,
          }).amountMinor;
    const step = program.steps.find((candidate) => candidate.on === on);
    const { amountMinor } = withinBudgets(limited, [
      {
        budgetMinor: program.budgetMinor,
        promisedMinor: promised.get(null) ?? 0,
      },
      {
        budgetMinor: step?.budgetMinor ?? null,
        promisedMinor: promised.get(on) ?? 0,
      },
    ]);
    for (const budget of [null, on])
      promised.set(budget, (promised.get(budget) ?? 0) + amountMinor);
    if (to === "referrer" && amountMinor > 0) {
      const line = { on, amountMinor, at };
      const lines = earned.get(member);
      const last = lines?.at(-1);
      if (last && !isReward) last.amountMinor += amountMinor;
      else if (lines) lines.push(line);
      else earned.set(member, [line]);
    }
    return amountMinor;
  }

  return (conversion: PastConversion): Record<Side, number> => {
    const { on, friend, sale, touchAt, sides } = conversion;
    const amounts = { referrer: 0, friend: 0 };
    const { rewards } = rewardsFor({ program, on, sale, at: touchAt });
    for (const { to, kind, amountMinor, overflow } of rewards) {
      const place = JSON.stringify([friend, on, to]);
      if (taken.has(place) || sides[to].refused) continue;
      taken.add(place);
      const whole = kind === "perk";
      const given = braked(conversion, to, { amountMinor, whole }, true);
      const perk = { amountMinor: overflowCost(overflow), whole: true };
      const isOnTop = given > 0 && perk.amountMinor > 0;
      const onTop = isOnTop ? braked(conversion, to, perk, false) : 0;
      amounts[to] = given + onTop;
    }
    return amounts;
  };
}
