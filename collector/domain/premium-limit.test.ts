import { expect, test } from "vitest";
import { lotteryLimit, premiumLimit } from "./premium-limit.ts";

test.each([
  [100, 200, 2_000],
  [500, 200, 10_000],
  [800, 200, 16_000],
  [980, 200, 19_600],
  [999, 200, 19_980],
  [1_000, 200, 20_000],
  [1_004, 200, 20_080],
  [1_005, 201, 20_100],
  // The least at which gifts of 300 and 500 are allowed.
  [1_499, 299, 29_980],
  [1_500, 300, 30_000],
  [2_499, 499, 49_980],
  [2_500, 500, 50_000],
  [3_000, 600, 60_000],
  [4_999, 999, 99_980],
  [5_000, 1_000, 100_000],
  [100_000, 20_000, 100_000],
  [500_000, 100_000, 100_000],
  [3_000_000, 600_000, 100_000],
])(
  "with a purchase of %i yen a gift to everyone may be worth %i, a prize %i",
  (transaction, gift, prize) => {
    expect(premiumLimit(transaction)).toBe(gift);
    expect(lotteryLimit(transaction)).toBe(prize);
  },
);

test("in another currency a fifth is the limit, without the 200 yen", () => {
  expect(premiumLimit(500, "USD")).toBe(100);
  expect(lotteryLimit(10_000, "USD")).toBe(200_000);
});
