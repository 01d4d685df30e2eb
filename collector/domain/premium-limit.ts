import { rateOf } from "./money.ts";

/**
 * The highest value of one premium (景品類) given to everyone with a purchase of `transactionMinor` (yen, tax included):
 * 200 yen below 1,000 yen, 20 % from there on. In any other currency 20 % alone, which is never more than the law allows.
 *
 * Source: Consumer Affairs Agency, notice on premiums to general consumers (総付景品), Q&A 110 and 111.
 */
export function premiumLimit(
  transactionMinor: number,
  currency = "JPY",
): number {
  if (currency === "JPY" && transactionMinor < 1_000) return 200;
  return rateOf(transactionMinor, 2_000);
}

/**
 * The highest value of one prize drawn by lot (一般懸賞) among people who bought for `transactionMinor` (yen): twenty
 * times the purchase below 5,000 yen, 100,000 yen from there on. All prizes together: 2 % of planned sales, not checked here.
 * In any other currency twenty times the purchase alone: 100,000 yen cannot be compared with it.
 */
export function lotteryLimit(
  transactionMinor: number,
  currency = "JPY",
): number {
  const isBelow = currency !== "JPY" || transactionMinor < 5_000;
  return isBelow ? transactionMinor * 20 : 100_000;
}
