/** @jsxImportSource hono/jsx */
import type { PayoutSummary } from "../../actions/answer-payout.ts";
import { CardTable } from "../pages/card-table.tsx";
import { Instant } from "../pages/instant.tsx";
import type { View } from "../pages/view.ts";
import { RunState } from "./run-state.tsx";
import { people } from "./sums.ts";

/** The runs there were, newest first. */
export function RunsTable({
  view,
  runs,
}: {
  view: View;
  runs: PayoutSummary[];
}) {
  const { formats } = view;
  const w = view.words.payouts;
  return (
    <CardTable heads={[w.runId, w.state, w.sum, w.who, w.when]}>
      {runs.map((run) => (
        <tr>
          <td data-label={w.runId}>
            <a href={`/owner/payouts/${encodeURIComponent(run.id)}`}>
              {run.runId}
            </a>
          </td>
          <td data-label={w.state}>
            <RunState view={view} state={run.state} />
          </td>
          <td data-label={w.sum}>
            {run.held === null
              ? formats.money(run.totalMinor, run.currency)
              : w.heldHint(formats.money(run.held.amountMinor, run.currency))}
          </td>
          <td data-label={w.who}>
            {people(view, run.held?.people ?? run.payeeCount)}
          </td>
          <td data-label={w.when}>
            <Instant at={run.createdAt} view={view} />
          </td>
        </tr>
      ))}
    </CardTable>
  );
}
