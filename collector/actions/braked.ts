import { type Braked, withinBudgets, withinLimits } from "../domain/brakes.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import { selectMember } from "../storage/queries/members.ts";
import { selectProgram } from "../storage/queries/programs.ts";
import type { ReferralRow } from "../storage/queries/referrals.ts";
import { selectEarned, sumPromised } from "../storage/queries/rewards.ts";
import type { Work } from "./work.ts";

/** The longest window but a lifetime; a little more than a year, so that any time zone's year fits. */
const yearMs = 367 * 24 * 60 * 60 * 1000;

/** How much of an amount today's limits and budgets leave, and which of them took the rest. */
export async function braked(
  work: Work,
  row: ConversionRow,
  referral: ReferralRow,
  asked: {
    side: "referrer" | "friend";
    amountMinor: number;
    kind: string;
    /** False where a reward that already counts only grows. */
    isNew: boolean;
  },
): Promise<Braked> {
  const { db } = work;
  const { side, amountMinor } = asked;
  const now = await selectProgram(db, row.site_id, referral.program_id);
  const member = await selectMember(db, referral.member_id);
  if (!now || !member) return { amountMinor: 0, because: "outside_program" };
  const { program } = now;

  let left: Braked = {
    amountMinor,
    because: null,
  };
  if (side === "referrer" && program.limits.length) {
    const lifetime = program.limits.some(({ window }) => window === "lifetime");
    const earned = await selectEarned(
      db,
      member.person_id,
      referral.program_id,
      lifetime ? 0 : work.now() - yearMs,
    );
    left = withinLimits({
      limits: program.limits.filter(
        ({ unit }) => asked.isNew || unit === "money",
      ),
      on: row.type,
      whole: asked.kind === "perk",
      earned: earned.map((reward) => ({
        on: reward.step_on,
        amountMinor: reward.amount_minor,
        at: reward.created_at,
      })),
      now: work.now(),
      timeZone: program.timeZone,
      amountMinor,
    });
  }
  const step = program.steps.find(({ on }) => on === row.type);
  const budget = withinBudgets(
    left.amountMinor,
    await Promise.all(
      [
        { budgetMinor: program.budgetMinor, on: null },
        { budgetMinor: step?.budgetMinor ?? null, on: row.type },
      ].map(async ({ budgetMinor, on }) => ({
        budgetMinor,
        promisedMinor:
          budgetMinor === null
            ? 0
            : await sumPromised(db, row.site_id, program.id, on),
      })),
    ),
  );
  return budget.because ? budget : left;
}
