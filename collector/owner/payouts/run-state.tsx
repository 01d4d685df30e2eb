/** @jsxImportSource hono/jsx */
import type { PayoutSummary } from "../../actions/answer-payout.ts";
import type { View } from "../pages/view.ts";

export function RunState(props: { view: View; state: PayoutSummary["state"] }) {
  const { view, state } = props;
  const tone = { open: "", paid: "paid", cancelled: "void" }[state];
  return (
    <span class={`state ${tone}`}>{view.words.payouts.states[state]}</span>
  );
}
