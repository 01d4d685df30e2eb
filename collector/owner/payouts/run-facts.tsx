/** @jsxImportSource hono/jsx */
import type { PayoutAnswer } from "../../actions/answer-payout.ts";
import { named } from "../named.ts";
import { Instant } from "../pages/instant.tsx";
import type { View } from "../pages/view.ts";
import { KindSums } from "./run-rewards.tsx";
import { RunState } from "./run-state.tsx";
import { people } from "./sums.ts";

/** How a run stands, what it comes to, and how it was made. */
export function RunFacts({ view, run }: { view: View; run: PayoutAnswer }) {
  const { words, formats } = view;
  const w = words.payouts;
  const sum = formats.money(
    run.held?.amountMinor ?? run.totalMinor,
    run.currency,
  );
  const inRun = run.held
    ? run.left.filter(({ because }) => because === "cancelled")
    : run.payees.flatMap(({ rewards }) => rewards);
  return (
    <dl>
      <dt>{w.state}</dt>
      <dd>
        <RunState view={view} state={run.state} />
        {run.settledAt === null ? null : (
          <>
            {" "}
            <Instant at={run.settledAt} view={view} />
          </>
        )}
      </dd>
      <dt>{run.held ? w.held : w.sum}</dt>
      <dd>
        <strong>{sum}</strong>
      </dd>
      {inRun.length > 0 ? (
        <>
          <dt>{w.byKind}</dt>
          <dd>
            <KindSums view={view} items={inRun} currency={run.currency} />
          </dd>
        </>
      ) : null}
      <dt>{w.who}</dt>
      <dd>{people(view, run.held?.people ?? run.payeeCount)}</dd>
      <dt>{w.minimumLabel}</dt>
      <dd>{formats.money(run.minimumMinor, run.currency)}</dd>
      <dt>{w.kinds}</dt>
      <dd>
        {run.kinds === null
          ? w.allKinds
          : run.kinds
              .map((kind) => named(words.kinds, kind))
              .join(words.program.comma)}
      </dd>
      <dt>{w.when}</dt>
      <dd>
        <Instant at={run.createdAt} view={view} />
      </dd>
    </dl>
  );
}
