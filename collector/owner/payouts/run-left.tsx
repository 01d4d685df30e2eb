/** @jsxImportSource hono/jsx */
import type { PayoutAnswer } from "../../actions/answer-payout.ts";
import type { View } from "../pages/view.ts";
import { RewardList } from "./run-rewards.tsx";

/** What was in a run and is not any more. */
export function RunLeft({ view, run }: { view: View; run: PayoutAnswer }) {
  const w = view.words.payouts;
  if (run.left.length === 0) return null;
  return (
    <section aria-labelledby="left">
      <h2 id="left">{w.left}</h2>
      <p class="hint">{w.leftHint}</p>
      <RewardList view={view} rewards={run.left} currency={run.currency} />
    </section>
  );
}
