/** @jsxImportSource hono/jsx */
import type { RewardAnswer } from "../../actions/answer-reward.ts";
import type { View } from "./view.ts";

type Standing = Pick<
  RewardAnswer,
  "state" | "amountMinor" | "compensationMinor"
>;

/** What a reward comes to now, after what was taken back since it was paid. */
export function standingOf({ amountMinor, compensationMinor }: Standing) {
  return amountMinor + compensationMinor;
}

/** A paid reward of which nothing stands any more is not shown as one that was well paid. */
export function RewardState(props: { view: View; reward: Standing }) {
  const { view, reward } = props;
  const { words } = view;
  return reward.state === "paid" && standingOf(reward) <= 0 ? (
    <span class="state void">{words.rewards.takenBack}</span>
  ) : (
    <span class={`state ${reward.state}`}>{words.states[reward.state]}</span>
  );
}
