/** @jsxImportSource hono/jsx */
import type {
  PayoutAnswer,
  PayoutPayee,
  PayoutReward,
} from "../../actions/answer-payout.ts";
import { sumMinor } from "../../domain/payees-due.ts";
import { sumsByKind } from "../../domain/sums-by-kind.ts";
import { named } from "../named.ts";
import { CardTable } from "../pages/card-table.tsx";
import { Instant } from "../pages/instant.tsx";
import { Layout } from "../pages/layout.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { PayeeName } from "./payee-name.tsx";
import { RunState } from "./payouts-page.tsx";
import { people } from "./sums.ts";

const peopleShown = 50;
/** Of one person, and of what has left. */
const rewardsShown = 50;

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
  const sum = formats.money(
    run.held?.amountMinor ?? run.totalMinor,
    run.currency,
  );
  const inRun = run.held
    ? run.left.filter(({ because }) => because === "cancelled")
    : run.payees.flatMap(({ rewards }) => rewards);
  const shown = run.payees.slice(from, from + peopleShown);
  return (
    <Layout view={view} title={w.run(run.runId)}>
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
          <CancelForm view={view} path={path} />
        </div>
      ) : null}
      <h2 id="people">{w.payees}</h2>
      {shown.length === 0 ? (
        <p class="empty">{w.nobodyIn}</p>
      ) : (
        <Payees view={view} payees={shown} currency={run.currency} />
      )}
      <PeoplePaging
        view={view}
        path={path}
        from={from}
        all={run.payees.length}
      />
      <Left view={view} run={run} />
      <p>
        <a href="/owner/payouts">{w.back}</a>
      </p>
    </Layout>
  );
}

/** What some rewards come to, kind by kind: points owed back are seen beside the cash that they lessen. */
function KindSums(props: {
  view: View;
  items: PayoutReward[];
  currency: string;
}) {
  const { view, items, currency } = props;
  const { words, formats } = view;
  return sumsByKind(items)
    .map(
      ({ kind, amountMinor }) =>
        `${named(words.kinds, kind)} ${formats.money(amountMinor, currency)}`,
    )
    .join(words.program.comma);
}

function CancelForm({ view, path }: { view: View; path: string }) {
  const w = view.words.payouts;
  return (
    <details class="void wide-void">
      <summary>{w.cancel}</summary>
      <form method="post" action={`${path}/cancellation`}>
        <Token csrf={view.csrf} />
        <p class="hint">{w.cancelHint}</p>
        <label>
          {w.reason}
          <input name="reason" required maxlength={200} autocomplete="off" />
        </label>
        <button type="submit" class="danger">
          {w.cancel}
        </button>
      </form>
    </details>
  );
}

function Payees(props: {
  view: View;
  payees: PayoutPayee[];
  currency: string;
}) {
  const { view, payees, currency } = props;
  const { formats } = view;
  const w = view.words.payouts;
  return (
    <CardTable heads={[w.name, w.amount, w.rewards]}>
      {payees.map((payee) => (
        <tr>
          <td data-label={w.name}>
            <PayeeName view={view} payee={payee} />
          </td>
          <td data-label={w.amount}>
            <strong>{formats.money(payee.amountMinor, currency)}</strong>
            <small>
              <KindSums view={view} items={payee.rewards} currency={currency} />
            </small>
          </td>
          <td data-label={w.rewards}>
            <Rewards view={view} rewards={payee.rewards} currency={currency} />
          </td>
        </tr>
      ))}
    </CardTable>
  );
}

function Rewards(props: {
  view: View;
  rewards: PayoutReward[];
  currency: string;
}) {
  const { view, rewards, currency } = props;
  const { formats } = view;
  const w = view.words.payouts;
  const corrections = rewards.filter(({ what }) => what === "correction");
  const n = rewards.length - corrections.length;
  return (
    <details>
      <summary>
        {n === 1 ? w.one : w.count(formats.count(n))}
        {corrections.length ? (
          <small>
            {w.corrections(
              formats.count(corrections.length),
              formats.money(sumMinor(corrections), currency),
            )}
          </small>
        ) : null}
      </summary>
      <RewardList view={view} rewards={rewards} currency={currency} />
    </details>
  );
}

function RewardList(props: {
  view: View;
  rewards: (PayoutReward & { because?: string | null })[];
  currency: string;
}) {
  const { view, rewards, currency } = props;
  const { formats, words } = view;
  const w = words.payouts;
  const rest = rewards.length - rewardsShown;
  return (
    <ul class="run-rewards">
      {rewards.slice(0, rewardsShown).map((reward) => (
        <li>
          {formats.money(reward.amountMinor, currency)} {w[reward.what]}
          {words.program.comma}
          {named(words.kinds, reward.kind)} <code>{reward.reward}</code>
          {reward.because ? (
            <small>{becauseOf(view, reward.because)}</small>
          ) : null}
        </li>
      ))}
      {rest > 0 ? <li>{w.further(formats.count(rest))}</li> : null}
    </ul>
  );
}

function becauseOf({ words }: View, because: string): string {
  return named({ ...words.reasons, ...words.payouts.leftBecause }, because);
}

function Left({ view, run }: { view: View; run: PayoutAnswer }) {
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

function PeoplePaging(props: {
  view: View;
  path: string;
  from: number;
  all: number;
}) {
  const { view, path, from, all } = props;
  const { count } = view.formats;
  const w = view.words.payouts;
  if (all <= peopleShown) return null;
  const to = Math.min(all, from + peopleShown);
  return (
    <p class="paging">
      <span>{w.range(count(from + 1), count(to), count(all))}</span>
      {from > 0 ? <a href={`${path}#people`}>{w.first}</a> : null}
      {to < all ? (
        <a href={`${path}?from=${to}#people`} rel="next">
          {w.next}
        </a>
      ) : null}
    </p>
  );
}
