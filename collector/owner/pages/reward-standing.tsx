/** @jsxImportSource hono/jsx */
import type { RewardAnswer } from "../../actions/answer-reward.ts";
import { named } from "../named.ts";
import { RewardState } from "./reward-state.tsx";
import type { View } from "./view.ts";

/** How a reward stands, why, from when it can be confirmed where `now` is given, and what was taken back. */
export function RewardStanding(props: {
  view: View;
  reward: RewardAnswer;
  now?: number;
}) {
  const { view, reward, now } = props;
  const { words, formats } = view;
  const w = words.rewards;
  return (
    <>
      <RewardState view={view} reward={reward} />
      {reward.because ? (
        <small>{named(words.reasons, reward.because)}</small>
      ) : null}
      {now !== undefined &&
      reward.state === "pending" &&
      reward.confirmableAt !== null &&
      reward.confirmableAt > now ? (
        <small>{w.from(formats.day(reward.confirmableAt))}</small>
      ) : null}
      {reward.gift ? (
        <small>{w.given(formats.day(reward.gift.handedOutAt))}</small>
      ) : null}
      {reward.compensationMinor < 0 ? (
        <small>
          {w.taken(
            formats.money(-reward.compensationMinor, reward.currency),
            formats.money(reward.amountMinor, reward.currency),
          )}
        </small>
      ) : null}
    </>
  );
}
