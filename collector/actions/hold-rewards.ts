import type { FraudVerdict } from "../domain/fraud-verdict.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import { selectRewardsOf } from "../storage/queries/rewards.ts";
import { postEntry } from "./post-entry.ts";
import type { Work } from "./work.ts";

/** The verdict on a conversion, or `null` where there was nothing to judge. */
export function verdictIn({
  verdict,
}: Pick<ConversionRow, "verdict">): FraudVerdict | null {
  return verdict === null ? null : (JSON.parse(verdict) as FraudVerdict);
}

/** Whether the rewards of an order wait for the owner. */
export function isHeld(row: Pick<ConversionRow, "verdict">): boolean {
  return verdictIn(row)?.held ?? false;
}

/** Holds what had been promised before a later word made the order look wrong. What is confirmed stays so. */
export async function holdRewards(
  work: Work,
  row: ConversionRow,
  { cause }: { cause: string },
): Promise<void> {
  for (const reward of await selectRewardsOf(work.db, [row.id])) {
    if (reward.state !== "pending" || reward.because === "fraud_hold") continue;
    await postEntry(work, reward, {
      entry: "adjust",
      amountMinor: 0,
      cause: `${cause}:hold`,
      actor: "collector",
      reason: "fraud_hold",
      becomes: { because: "fraud_hold" },
    });
  }
}
