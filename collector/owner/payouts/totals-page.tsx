/** @jsxImportSource hono/jsx */
import type { YearlyTotals } from "../../actions/payout-totals.ts";
import { CardTable } from "../pages/card-table.tsx";
import { Layout } from "../pages/layout.tsx";
import { Paging } from "../pages/paging.tsx";
import type { View } from "../pages/view.ts";
import { PayeeName } from "./payee-name.tsx";

export function TotalsPage(props: {
  view: View;
  totals: YearlyTotals;
  year: number;
  cursor: string | undefined;
}) {
  const { view, totals, year, cursor } = props;
  const { formats } = view;
  const w = view.words.payouts;
  return (
    <Layout view={view} title={`${w.totals}: ${year}`}>
      <p class="intro">
        {w.totalsHint(
          totals.timeZone,
          formats.day(totals.from),
          formats.day(totals.to),
        )}
      </p>
      <p class="hint">{w.totalsAdvice}</p>
      <form
        class="filter totals-filter"
        method="get"
        action="/owner/payouts/totals"
      >
        <label>
          {w.year}
          <input
            name="year"
            type="number"
            min={2000}
            max={2199}
            value={String(year)}
          />
        </label>
        <button type="submit">{w.showYear}</button>
      </form>
      {totals.items.length === 0 ? (
        <p class="empty">{w.noTotals}</p>
      ) : (
        <CardTable heads={[w.name, w.paidSum, w.compensated, w.gifts, w.total]}>
          {totals.items.map((one) => {
            const money = (minor: number) => formats.money(minor, one.currency);
            return (
              <tr>
                <td data-label={w.name}>
                  <PayeeName view={view} payee={one} />
                </td>
                <td data-label={w.paidSum}>{money(one.paidMinor)}</td>
                <td data-label={w.compensated}>
                  {money(one.compensatedMinor)}
                </td>
                <td data-label={w.gifts}>{money(one.giftsMinor)}</td>
                <td data-label={w.total}>
                  <strong>{money(one.totalMinor)}</strong>
                </td>
              </tr>
            );
          })}
        </CardTable>
      )}
      {totals.items.length === 0 ? null : (
        <p class="acts">
          <a
            href={`/owner/payouts/totals.csv?year=${year}`}
            download={`totals-${year}.csv`}
          >
            {w.totalsCsv(String(year))}
          </a>
        </p>
      )}
      <Paging
        view={view}
        path="/owner/payouts/totals"
        query={{ year: String(year), ...(cursor ? { cursor } : {}) }}
        next={totals.next}
      />
      <p>
        <a href="/owner/payouts">{w.back}</a>
      </p>
    </Layout>
  );
}
