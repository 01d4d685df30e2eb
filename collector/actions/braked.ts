import { type Braked, withinBudgets, withinLimits } from "../domain/brakes.ts";
import { selectPoolsFor } from "../storage/queries/gifts.ts";
import {
  selectEarned,
  sumPromised,
} from "../storage/queries/promised-so-far.ts";
import type { PromisedTerms } from "./promised-terms.ts";
import type { Reading } from "./work.ts";

/** The longest window but a lifetime; a little more than a year, so that any time zone's year fits. */
const yearMs = 367 * 24 * 60 * 60 * 1000;

interface Asked {
  on: string;
  side: "referrer" | "friend";
  amountMinor: number;
  kind: string;
  /** When the reward was made: the windows it counts in, however much later it is verified or grows. */
  at: number;
  /** False where a reward that already counts only grows. */
  isNew: boolean;
}

/** How much of an amount today's limits and budgets leave, and which of them took the rest. */
export async function braked(
  reading: Reading,
  terms: PromisedTerms,
  asked: Asked,
): Promise<Braked> {
  const limited = await limitedBy(reading, terms, asked);
  const { referral, current } = terms;
  const step = current.steps.find(({ on }) => on === asked.on);
  const budgets = [];
  for (const { budgetMinor, on } of [
    { budgetMinor: current.budgetMinor, on: null },
    { budgetMinor: step?.budgetMinor ?? null, on: asked.on },
  ]) {
    if (budgetMinor === null) continue;
    await reading.beside?.turn();
    const promisedMinor = await sumPromised(
      reading.db,
      referral.site_id,
      referral.program_id,
      on,
    );
    budgets.push({ budgetMinor, promisedMinor });
  }
  const budget = withinBudgets(limited.amountMinor, budgets);
  return budget.because ? budget : limited;
}

async function limitedBy(
  reading: Reading,
  { referral, member, current }: PromisedTerms,
  { on, side, amountMinor, kind, at, isNew }: Asked,
): Promise<Braked> {
  const limits = current.limits.filter(({ unit }) => isNew || unit === "money");
  if (side === "friend" || !limits.length)
    return { amountMinor, because: null };
  await reading.beside?.turn();
  const lifetime = limits.some(({ window }) => window === "lifetime");
  const earned = await selectEarned(
    reading.db,
    member.person_id,
    referral.program_id,
    lifetime ? 0 : at - yearMs,
  );
  const isPooled = async () =>
    (await selectPoolsFor(reading.db, { ...referral, step_on: on, side }))
      .length > 0;
  return withinLimits({
    limits,
    on,
    earned: earned.map((reward) => ({
      on: reward.step_on,
      amountMinor: reward.amount_minor + (reward.perk_minor ?? 0),
      at: reward.created_at,
    })),
    now: at,
    timeZone: current.timeZone,
    amountMinor,
    whole: kind === "perk" || (kind === "gift" && (await isPooled())),
  });
}
