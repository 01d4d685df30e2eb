import { windowStart } from "./calendar-window.ts";
import type { Limit } from "./program.ts";
import type { Reason } from "./reason.ts";

/** What a brake leaves of an amount. `because` is given when it left less: 0 is a refusal, more a cut. */
export interface Braked {
  amountMinor: number;
  because: Reason | null;
}

/**
 * What one member may still get: a limit of money cuts the amount to what is left, a limit of count refuses it.
 *
 * `earned` are the member's rewards that were not voided, in any order; those outside the window of a limit that `now` is in,
 * counted in the programme's time zone, do not matter. `whole` (a perk) is refused where it would be cut.
 */
export function withinLimits(input: {
  limits: readonly Limit[];
  on: string;
  earned: readonly { on: string; amountMinor: number; at: number }[];
  now: number;
  timeZone: string;
  amountMinor: number;
  whole?: boolean;
}): Braked {
  const wanted = input.amountMinor;
  const left = input.limits
    .filter((limit) => limit.on === null || limit.on === input.on)
    .map((limit) => leftOf(limit, input));
  const amountMinor = Math.max(0, Math.min(wanted, ...left));

  if (amountMinor === wanted) return { amountMinor, because: null };
  const refused = input.whole ? 0 : amountMinor;
  return { amountMinor: refused, because: "limit_reached" };
}

/** In minor units; a count that is not used up leaves any amount. */
function leftOf(
  limit: Limit,
  { earned, now, timeZone }: Parameters<typeof withinLimits>[0],
): number {
  const since = windowStart(limit.window, now, timeZone);
  // An old reward may be looked at again when there are rewards of later windows: the calendar is asked for those alone.
  const isInWindow = (at: number) =>
    at >= since &&
    (at <= now || windowStart(limit.window, at, timeZone) === since);
  const counted = earned.filter(
    (reward) =>
      (limit.on === null || limit.on === reward.on) && isInWindow(reward.at),
  );
  if (limit.unit === "count") {
    return counted.length < limit.max ? Number.POSITIVE_INFINITY : 0;
  }
  return (
    limit.max - counted.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  );
}

/**
 * Whether a budget still holds the amount: all of it or nothing, since a promise is not cut because others came first.
 * Each budget has what was promised from it and not voided; `null` is no budget.
 */
export function withinBudgets(
  amountMinor: number,
  budgets: readonly { budgetMinor: number | null; promisedMinor: number }[],
): Braked {
  const spent = budgets.some(
    ({ budgetMinor, promisedMinor }) =>
      budgetMinor !== null && promisedMinor + amountMinor > budgetMinor,
  );
  return spent
    ? { amountMinor: 0, because: "budget_spent" }
    : { amountMinor, because: null };
}
