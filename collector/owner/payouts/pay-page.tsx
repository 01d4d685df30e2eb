/** @jsxImportSource hono/jsx */
import type { PayoutSummary } from "../../actions/answer-payout.ts";
import { Layout } from "../pages/layout.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { people } from "./sums.ts";

/** What marking a run as paid will do, before it is done. */
export function PayPage({ view, run }: { view: View; run: PayoutSummary }) {
  const { formats } = view;
  const w = view.words.payouts;
  const path = `/owner/payouts/${encodeURIComponent(run.id)}`;
  const sum = formats.money(run.totalMinor, run.currency);
  return (
    <Layout view={view} title={w.payTitle}>
      <p class="intro">
        <strong>{run.runId}</strong>:{" "}
        {w.payWhat(people(view, run.payeeCount), sum)}
      </p>
      <p class="intro">{w.payFinal}</p>
      <p class="intro">{w.payFirst}</p>
      <form method="post" action={`${path}/payment`} class="acts">
        <Token csrf={view.csrf} />
        <input type="hidden" name="totalMinor" value={String(run.totalMinor)} />
        <button type="submit" class="danger">
          {w.payYes(sum)}
        </button>
        <a class="button" href={path}>
          {w.payNo}
        </a>
      </form>
    </Layout>
  );
}
