import { roiPercent } from "../domain/roi-percent.ts";
import { selectPrograms } from "../storage/queries/programs.ts";
import {
  countEvents,
  type OrderFigures,
  sumOrders,
} from "../storage/queries/reports.ts";
import { nextHour } from "../storage/rollups/hours-of.ts";
import type { Reading } from "./work.ts";

/** From the first share to what it earned and cost. Money in minor units of `currency`. */
export interface Funnel {
  from: number;
  to: number;
  views: number;
  shares: number;
  copies: number;
  clicks: number;
  leads: number;
  sales: number;
  conversions: number;
  rewards: number;
  revenueMinor: number;
  grossMinor: number;
  rewardMinor: number;
  /** What perks cost that rewards became above their caps: beside `rewardMinor`, and in `roiPercent`. */
  overflowMinor: number;
  /** Raffle entries above the caps: the prize is a cost of the draw. */
  overflowEntries: number;
  roiPercent: number;
  currency: string;
}

/**
 * Counts what referrals did from `from` up to, not including, `to`: verified conversions that were
 * credited to a member, and the rewards promised for them that have not been taken back.
 */
export async function readFunnel(
  reading: Reading,
  by: {
    siteId: string;
    from?: number | undefined;
    to?: number | undefined;
    program?: string | undefined;
  },
): Promise<Funnel> {
  const { db } = reading;
  const span = {
    siteId: by.siteId,
    from: by.from ?? 0,
    to: by.to ?? reading.now() + 1,
    programId: by.program ?? null,
  };
  const programs = await selectPrograms(db, by.siteId);
  const currency =
    programs.find(({ program }) => program.id === by.program)?.program
      .currency ??
    programs[0]?.program.currency ??
    "JPY";
  const events = await countEvents(db, {
    ...span,
    // Nothing has come yet in what is left of this hour: so it is asked for whole, which is quicker, as it was summed already.
    to: span.to > reading.now() ? nextHour(span.to) : span.to,
  });
  const orders = await sumOrders(db, span);
  const count = (kind: OrderFigures["kind"], type?: string) =>
    sum(
      orders.filter(
        (one) => one.kind === kind && (type ?? one.type) === one.type,
      ),
      "n",
    );
  const money = (
    kind: OrderFigures["kind"],
    what: "amount_minor" | "gross_minor",
  ) =>
    sum(
      orders.filter((one) => one.kind === kind && one.currency === currency),
      what,
    );
  const grossMinor = money("conversion", "gross_minor");
  const rewardMinor = money("reward", "amount_minor");
  const overflowMinor = money("perk", "amount_minor");
  return {
    from: span.from,
    to: span.to,
    views: events.view ?? 0,
    shares: events.share ?? 0,
    copies: events.copy ?? 0,
    clicks: events.click ?? 0,
    leads: count("conversion", "lead"),
    sales: count("conversion", "sale"),
    conversions: count("conversion"),
    rewards: count("reward"),
    revenueMinor: money("conversion", "amount_minor"),
    grossMinor,
    rewardMinor,
    overflowMinor,
    overflowEntries: count("raffle"),
    roiPercent: roiPercent(grossMinor, rewardMinor + overflowMinor),
    currency,
  };
}

function sum(
  rows: OrderFigures[],
  what: "n" | "amount_minor" | "gross_minor",
): number {
  return rows.reduce((total, row) => total + Number(row[what]), 0);
}
