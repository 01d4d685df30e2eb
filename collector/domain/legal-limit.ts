import { lotteryLimit, premiumLimit } from "./premium-limit.ts";
import type { Program, RewardKind } from "./program.ts";

export interface LegalCase {
  to: "referrer" | "friend";
  /** `raffle`: an entry in a draw; the limit is the prize's. */
  kind: RewardKind | "raffle";
  /** What the friend paid (the first payment only), or `null` where nothing was bought: a lead. */
  transactionMinor: number | null;
  currency: string;
  legal: Program["legal"];
}

/** By jurisdiction: another country's rule plugs in here. */
const rules: Record<string, (reward: LegalCase) => number | null> = {
  JP: inJapan,
};

/** The most that the law of the programme's jurisdiction lets this reward be worth, or `null` for no limit. */
export function legalLimit(reward: LegalCase): number | null {
  const { jurisdiction } = reward.legal;
  if (jurisdiction === null || !Object.hasOwn(rules, jurisdiction)) return null;
  return rules[jurisdiction]?.(reward) ?? null;
}

/**
 * Act against Unjustifiable Premiums and Misleading Representations (景品表示法). Independent of the business cap.
 *
 * - The thanks of one who introduces a buyer is no premium, unless only buyers may refer (CAA Q35). Then it belongs to the
 *   referrer's own purchase, whose value is unknown here: the programme's lowest sale stands for it.
 * - Points and coupons of this shop are a discount, not a premium; so is money back on the purchase itself (CAA Q45-47).
 * - Everything else is a premium: gifts, points of other shops, cash without a purchase, and services too (CAA Q1).
 * - What is drawn by lot is one whatever it is (CAA Q45), with a limit of its own. A draw that anybody may enter has none.
 */
function inJapan(reward: LegalCase): number | null {
  const { to, kind, transactionMinor, legal } = reward;
  const isBuyer = to === "friend" && transactionMinor !== null;

  if (to === "referrer" && !legal.referrersLimitedToPurchasers) return null;
  if (kind === "points" || kind === "coupon") return null;
  if (kind === "cash" && isBuyer) return null;
  const boughtMinor = isBuyer ? transactionMinor : legal.lowestSaleMinor;
  return kind === "raffle"
    ? lotteryLimit(boughtMinor, reward.currency)
    : premiumLimit(boughtMinor, reward.currency);
}
