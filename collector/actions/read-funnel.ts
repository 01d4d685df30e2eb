import { roiPercent } from "../domain/funnel-figures.ts";
import { selectPrograms } from "../storage/queries/programs.ts";
import {
  countClicks,
  countEvents,
  sumConversions,
  sumOverflows,
  sumRewards,
} from "../storage/queries/reports.ts";
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
  const events = await countEvents(db, span);
  const conversions = await sumConversions(db, span, currency);
  const rewards = await sumRewards(db, span, currency);
  const overflows = await sumOverflows(db, span, currency);
  const count = (type: string) =>
    Number(conversions.find((row) => row.type === type)?.n ?? 0);
  const sum = (column: "n" | "revenue" | "gross") =>
    conversions.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  const grossMinor = sum("gross");
  return {
    from: span.from,
    to: span.to,
    views: events.view ?? 0,
    shares: events.share ?? 0,
    copies: events.copy ?? 0,
    clicks: await countClicks(db, span),
    leads: count("lead"),
    sales: count("sale"),
    conversions: sum("n"),
    rewards: rewards.count,
    revenueMinor: sum("revenue"),
    grossMinor,
    rewardMinor: rewards.amountMinor,
    overflowMinor: overflows.perksMinor,
    overflowEntries: overflows.entries,
    roiPercent: roiPercent(
      grossMinor,
      rewards.amountMinor + overflows.perksMinor,
    ),
    currency,
  };
}
