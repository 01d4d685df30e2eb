/** @jsxImportSource hono/jsx */
import type { RewardAnswer } from "../../actions/answer-reward.ts";
import { standingOf } from "./reward-state.tsx";
import type { View } from "./view.ts";

/** What a reward comes to; of one that was taken back unpaid, what it was, struck out. */
export function RewardAmount({
  view,
  reward,
  voidedMinor = 0,
}: {
  view: View;
  reward: RewardAnswer;
  voidedMinor?: number | undefined;
}) {
  const money = (minor: number) => view.formats.money(minor, reward.currency);
  return voidedMinor === 0 ? (
    <strong>{money(standingOf(reward))}</strong>
  ) : (
    <s>{money(voidedMinor)}</s>
  );
}
