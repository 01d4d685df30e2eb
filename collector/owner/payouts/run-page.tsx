/** @jsxImportSource hono/jsx */
import type { PayoutAnswer } from "../../actions/answer-payout.ts";
import { Layout } from "../pages/layout.tsx";
import type { View } from "../pages/view.ts";
import { VoidForm } from "../pages/void-form.tsx";
import { RunFacts } from "./run-facts.tsx";
import { RunLeft } from "./run-left.tsx";
import { PeoplePaging, peopleShown, RunPeople } from "./run-people.tsx";
import { people } from "./sums.ts";

/** One run: what is in it, for whom, and what has left it. */
export function RunPage(props: {
  view: View;
  run: PayoutAnswer;
  /** People before this one were on pages before. */
  from: number;
}) {
  const { view, run, from } = props;
  const { words, formats } = view;
  const w = words.payouts;
  const path = `/owner/payouts/${encodeURIComponent(run.id)}`;
  const shown = run.payees.slice(from, from + peopleShown);
  return (
    <Layout view={view} title={w.run(run.runId)}>
      <RunFacts view={view} run={run} />
      {run.unreachable.people > 0 ? (
        <p class="hint">
          {w.unreachable(
            people(view, run.unreachable.people),
            formats.money(run.unreachable.amountMinor, run.currency),
          )}
        </p>
      ) : null}
      {run.more ? <p class="news">{w.more}</p> : null}
      {run.payeeCount === 0 ? null : (
        <p class="acts run-acts">
          <a href={`${path}.csv`} download={`${run.id}.csv`}>
            {w.csv}
          </a>
          <small>{w.csvHint}</small>
        </p>
      )}
      {run.state === "open" ? (
        <div class="acts">
          {run.payeeCount === 0 ? null : (
            <a class="button" href={`${path}/payment`}>
              {w.pay}
            </a>
          )}
          <VoidForm
            view={view}
            action={`${path}/cancellation`}
            label={w.cancel}
            hints={[w.cancelHint]}
            reason={w.reason}
            button={w.cancel}
            isWide
          />
        </div>
      ) : null}
      <h2 id="people">{w.payees}</h2>
      {shown.length === 0 ? (
        <p class="empty">{w.nobodyIn}</p>
      ) : (
        <RunPeople view={view} payees={shown} currency={run.currency} />
      )}
      <PeoplePaging
        view={view}
        path={path}
        from={from}
        all={run.payees.length}
      />
      <RunLeft view={view} run={run} />
      <p>
        <a href="/owner/payouts">{w.back}</a>
      </p>
    </Layout>
  );
}
