/** @jsxImportSource hono/jsx */
import type { RewardAnswer } from "../../actions/answer-reward.ts";
import { may } from "../../domain/reward-state.ts";
import { Token } from "./token.tsx";
import type { View } from "./view.ts";
import { VoidForm } from "./void-form.tsx";

/** What the owner can do with a reward, as far as its state allows; of a gift whose code was handed out nothing is left to be paid. */
export function RewardActs(props: {
  view: View;
  reward: RewardAnswer;
  now: number;
}) {
  const { view, reward, now } = props;
  const w = view.words.rewards;
  const path = `/owner/rewards/${encodeURIComponent(reward.id)}`;
  const order = `/owner/orders/${encodeURIComponent(reward.conversion)}`;
  const early = reward.confirmableAt !== null && reward.confirmableAt > now;
  const unverified = reward.because === "unverified";
  const held = reward.because === "fraud_hold";
  // An empty cell, so that the narrow layout leaves it out.
  if (!may(reward.state, "pay") && !may(reward.state, "void")) return null;
  return (
    <div class="acts">
      {unverified && reward.state === "pending" ? (
        <a href={order}>{w.verifyFirst}</a>
      ) : null}
      {held && reward.state === "pending" ? (
        <a href={order}>{view.words.queue.lookFirst}</a>
      ) : null}
      {may(reward.state, "confirm") && !unverified && !held ? (
        <Act view={view} action={`${path}/confirmation`}>
          {early ? w.confirmEarly : w.confirm}
        </Act>
      ) : null}
      {may(reward.state, "pay") && reward.gift === null ? (
        <Act view={view} action={`${path}/payment`}>
          {w.pay}
        </Act>
      ) : null}
      {may(reward.state, "void") ? (
        <VoidForm
          view={view}
          action={`${path}/void`}
          label={w.void}
          hints={[
            w.voidHint,
            ...(reward.gift ? [view.words.order.preview.giftOut] : []),
          ]}
        />
      ) : null}
    </div>
  );
}

function Act(props: { view: View; action: string; children: string }) {
  return (
    <form method="post" action={props.action}>
      <Token csrf={props.view.csrf} />
      <button type="submit">{props.children}</button>
    </form>
  );
}
