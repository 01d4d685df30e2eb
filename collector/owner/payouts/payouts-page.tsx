/** @jsxImportSource hono/jsx */
import type { PayoutSummary } from "../../actions/answer-payout.ts";
import type { Page } from "../../actions/page.ts";
import { rewardKinds } from "../../domain/program.ts";
import { Layout } from "../pages/layout.tsx";
import { Paging } from "../pages/paging.tsx";
import type { View } from "../pages/view.ts";
import { DueIn, type DueNow } from "./due-in.tsx";
import { RunsTable } from "./runs-table.tsx";

export function PayoutsPage(props: {
  view: View;
  /** Left out where it cannot be said, because of what was typed. */
  due: DueNow[] | undefined;
  minimum: string;
  kinds: string[] | null;
  runs: Page<PayoutSummary>;
  cursor: string | undefined;
}) {
  const { view, due, runs, cursor } = props;
  const { words } = view;
  const w = words.payouts;
  return (
    <Layout view={view} title={w.title}>
      <p class="intro">
        {w.intro} {w.single}{" "}
        <a href="/owner/rewards?state=confirmed">{words.nav.rewards}</a>
      </p>
      <h2>{w.due}</h2>
      {view.sites?.shown.test ? (
        <p class="empty">{words.refusals.payout_on_test}</p>
      ) : (
        <>
          <Filter {...props} />
          {due?.length === 0 ? <p class="empty">{w.nothingDue}</p> : null}
          {due?.map((one) => (
            <DueIn view={view} due={one} kinds={props.kinds} />
          ))}
        </>
      )}
      <h2 id="runs">{w.runs}</h2>
      {runs.items.length === 0 ? (
        <p class="empty">{w.noRuns}</p>
      ) : (
        <RunsTable view={view} runs={runs.items} />
      )}
      <Paging
        view={view}
        path="/owner/payouts"
        query={cursor ? { cursor } : {}}
        next={runs.next}
      />
      <p>
        <a href="/owner/payouts/totals">{w.totals}</a>
      </p>
    </Layout>
  );
}

function Filter(props: {
  view: View;
  minimum: string;
  kinds: string[] | null;
}) {
  const { view, minimum, kinds } = props;
  const w = view.words.payouts;
  return (
    <form class="filter due-filter" method="get" action="/owner/payouts">
      <label>
        {w.minimum}
        <input
          name="minimum"
          inputmode="decimal"
          class="number"
          maxlength={20}
          value={minimum}
          autocomplete="off"
          aria-describedby="minimum-hint"
        />
      </label>
      <fieldset>
        <legend>{w.kinds}</legend>
        {rewardKinds.map((kind) => (
          <label>
            <input
              type="checkbox"
              name="kind"
              value={kind}
              checked={kinds?.includes(kind) ?? false}
            />
            {view.words.kinds[kind]}
          </label>
        ))}
      </fieldset>
      <button type="submit">{w.show}</button>
      <p class="hint" id="minimum-hint">
        {w.minimum}: {w.minimumHint}
      </p>
      <p class="hint">
        {w.kinds}: {w.kindsHint}
      </p>
    </form>
  );
}
