import type { PlannedOverflow } from "../domain/planned-overflow.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import { selectReferral } from "../storage/queries/referrals.ts";
import { type RewardRow, selectRewardsOf } from "../storage/queries/rewards.ts";
import { allowedRise } from "./allowed-rise.ts";
import { isTrusted } from "./conversion-word.ts";
import { hasOverflow } from "./keep-overflow.ts";
import { plannedRewards } from "./planned-rewards.ts";
import { type PromisedTerms, promisedTerms } from "./promised-terms.ts";
import type { Reading } from "./work.ts";

/** What would become of one side's reward. Money in minor units. */
export interface PreviewedReward {
  to: "referrer" | "friend";
  kind: string;
  currency: string;
  /** `null` where it would be promised only now. */
  state: RewardRow["state"] | null;
  hasGiftCode: boolean;
  standsMinor: number;
  /** What would stand afterwards, as far as today's limits and budgets are known. */
  afterMinor: number;
  /** What it has above its cap, or would have. */
  overflow: {
    kind: "raffle" | "perk";
    name: string;
    valueMinor: number;
    becomes: "kept" | "taken" | "given";
  } | null;
}

/** What an order's rewards would be if it were as in `row`, without doing it: as `reconcileRewards` does it. */
export async function previewRewards(
  reading: Reading,
  row: ConversionRow,
  { onlyLess }: { onlyLess: boolean },
): Promise<PreviewedReward[]> {
  const { db } = reading;
  if (row.referral_id === null) return [];
  const terms = await promisedTerms(
    reading,
    await selectReferral(db, row.referral_id),
  );
  if (!terms) return [];
  const plan = plannedRewards(row, terms.promised, terms.referral).rewards;
  const held = await selectRewardsOf(db, [row.id]);
  const standing = held.filter(({ state }) => state !== "void");
  const previewed: PreviewedReward[] = [];
  for (const reward of standing) {
    const target = plan.find(({ to }) => to === reward.side);
    const standsMinor = reward.amount_minor + reward.compensation_minor;
    const wanted = (target?.amountMinor ?? 0) - standsMinor;
    const isClaim = !isTrusted(row.trust);
    const change =
      wanted > 0 && (onlyLess || isClaim)
        ? 0
        : (await allowedRise(reading, reward, terms, wanted)).amountMinor;
    previewed.push({
      to: reward.side,
      kind: reward.kind,
      currency: reward.currency,
      state: reward.state,
      hasGiftCode: reward.gift_handed_out_at !== null,
      standsMinor,
      afterMinor: standsMinor + change,
      overflow: overflowAfter(reward, terms, {
        wanted: standsMinor + change > 0 ? (target?.overflow ?? null) : null,
        onlyLess,
      }),
    });
  }
  if (onlyLess || terms.brake) return previewed;
  for (const target of plan) {
    if (held.some(({ side }) => side === target.to)) continue;
    const { to, kind, amountMinor, overflow } = target;
    previewed.push({
      to,
      kind,
      currency: terms.promised.currency,
      state: null,
      hasGiftCode: false,
      standsMinor: 0,
      afterMinor: amountMinor,
      overflow: overflow && { ...overflow, becomes: "given" },
    });
  }
  return previewed;
}

function overflowAfter(
  reward: RewardRow,
  { brake }: PromisedTerms,
  { wanted, onlyLess }: { wanted: PlannedOverflow | null; onlyLess: boolean },
): PreviewedReward["overflow"] {
  const { overflow_kind, overflow_name, overflow_value_minor } = reward;
  if (hasOverflow(reward) && overflow_kind !== null)
    return {
      kind: overflow_kind,
      name: overflow_name ?? "",
      valueMinor: overflow_value_minor ?? 0,
      becomes: wanted ? "kept" : "taken",
    };
  const isLate = reward.state === "paid" && overflow_kind === null;
  if (!wanted || onlyLess || isLate || brake) return null;
  const { kind, name, valueMinor } = wanted;
  return { kind, name, valueMinor, becomes: "given" };
}
