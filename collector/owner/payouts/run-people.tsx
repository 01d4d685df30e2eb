/** @jsxImportSource hono/jsx */
import type { PayoutPayee } from "../../actions/answer-payout.ts";
import { CardTable } from "../pages/card-table.tsx";
import type { View } from "../pages/view.ts";
import { PayeeName } from "./payee-name.tsx";
import { KindSums, RunRewards } from "./run-rewards.tsx";

/** Who is in a run, and with what. */
export function RunPeople(props: {
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
            <RunRewards
              view={view}
              rewards={payee.rewards}
              currency={currency}
            />
          </td>
        </tr>
      ))}
    </CardTable>
  );
}

/** The way through them. */
export function PeoplePaging(props: {
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

export const peopleShown = 50;
