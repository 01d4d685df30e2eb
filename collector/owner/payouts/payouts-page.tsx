/** @jsxImportSource hono/jsx */
import type { PayoutSummary } from "../../actions/answer-payout.ts";
import type { Due } from "../../actions/list-due.ts";
import type { Page } from "../../actions/page.ts";
import { rewardKinds } from "../../domain/program.ts";
import { CardTable } from "../pages/card-table.tsx";
import { Instant } from "../pages/instant.tsx";
import { Layout } from "../pages/layout.tsx";
import { Paging } from "../pages/paging.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { people } from "./sums.ts";

/** What is due in a currency, and the name that a run of it would have. */
export type DueNow = Due & { minimumMinor: number; runId: string };

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
      <Filter {...props} />
      {due?.length === 0 ? <p class="empty">{w.nothingDue}</p> : null}
      {due?.map((one) => (
        <DueIn view={view} due={one} kinds={props.kinds} />
      ))}
      <h2 id="runs">{w.runs}</h2>
      {runs.items.length === 0 ? (
        <p class="empty">{w.noRuns}</p>
      ) : (
        <Runs view={view} runs={runs.items} />
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
        {w.minimumHint} {w.kindsHint}
      </p>
    </form>
  );
}

function DueIn(props: { view: View; due: DueNow; kinds: string[] | null }) {
  const { view, due, kinds } = props;
  const { formats } = view;
  const w = view.words.payouts;
  const money = (minor: number) => formats.money(minor, due.currency);
  const minimum = money(due.minimumMinor);
  const id = `due-${due.currency}`;
  return (
    <article class="order" aria-labelledby={id}>
      <h3 id={id}>
        {due.payees === 0
          ? w.nobody(minimum)
          : w.dueTo(people(view, due.payees), money(due.totalMinor))}
      </h3>
      {due.below.payees ? (
        <p class="hint">
          {w.below(
            people(view, due.below.payees),
            money(due.below.totalMinor),
            minimum,
          )}
        </p>
      ) : null}
      {due.unreachable.people ? (
        <p class="hint">
          {w.unreachable(
            people(view, due.unreachable.people),
            money(due.unreachable.amountMinor),
          )}
        </p>
      ) : null}
      {due.payees === 0 ? null : (
        <form class="filter" method="post" action="/owner/payouts">
          <Token csrf={view.csrf} />
          <input type="hidden" name="currency" value={due.currency} />
          <input
            type="hidden"
            name="minimumMinor"
            value={String(due.minimumMinor)}
          />
          {kinds?.map((kind) => (
            <input type="hidden" name="kind" value={kind} />
          ))}
          <label>
            {w.runId}
            <input
              name="runId"
              required
              maxlength={100}
              value={due.runId}
              autocomplete="off"
            />
          </label>
          <button type="submit">{w.make}</button>
          <p class="hint">{w.makeHint}</p>
        </form>
      )}
    </article>
  );
}

function Runs({ view, runs }: { view: View; runs: PayoutSummary[] }) {
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

export function RunState(props: { view: View; state: PayoutSummary["state"] }) {
  const { view, state } = props;
  const tone = { open: "", paid: "paid", cancelled: "void" }[state];
  return (
    <span class={`state ${tone}`}>{view.words.payouts.states[state]}</span>
  );
}
