/** @jsxImportSource hono/jsx */
import type { Channels } from "../../actions/read-channels.ts";
import type { Funnel } from "../../actions/read-funnel.ts";
import { Scroll } from "./scroll.tsx";
import type { View } from "./view.ts";

export interface Period {
  days: number;
  funnel: Funnel;
  channels: Channels;
}

/** Every figure of the funnel, a column for each period. */
export function FunnelTable(props: { view: View; periods: Period[] }) {
  const { view, periods } = props;
  const { formats } = view;
  const w = view.words.results;
  return (
    <Scroll label={w.title}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{w.figure}</span>
            </th>
            {periods.map(({ days, funnel }) => (
              <th scope="col">
                {w.days(days)}
                <small>{w.since(formats.day(funnel.from))}</small>
              </th>
            ))}
          </tr>
        </thead>
        {figureGroups(view).map(([name, rows]) => (
          <tbody>
            <tr class="group">
              <th scope="rowgroup" colspan={periods.length + 1}>
                {name}
              </th>
            </tr>
            {rows.map(([label, figure]) => (
              <tr>
                <th scope="row">{label}</th>
                {periods.map(({ funnel }) => (
                  <td>{figure(funnel)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  );
}

type Figure = (funnel: Funnel) => string;

function figureGroups({
  formats,
  words,
}: View): [string, [string, Figure][]][] {
  const w = words.results;
  const money = (of: (funnel: Funnel) => number) => (funnel: Funnel) =>
    formats.money(of(funnel), funnel.currency);
  const count = (of: (funnel: Funnel) => number) => (funnel: Funnel) =>
    formats.count(of(funnel));
  const roi = (funnel: Funnel) =>
    funnel.rewardMinor + funnel.overflowMinor === 0
      ? w.noCost
      : formats.percent(funnel.roiPercent);
  const overflow = ({ overflowMinor, overflowEntries, currency }: Funnel) => {
    const cost = formats.money(overflowMinor, currency);
    return overflowEntries === 0
      ? cost
      : w.overflowBoth(cost, formats.count(overflowEntries));
  };
  return [
    [
      w.reach,
      [
        [w.views, count((f) => f.views)],
        [w.shares, count((f) => f.shares)],
        [w.copies, count((f) => f.copies)],
        [w.clicks, count((f) => f.clicks)],
      ],
    ],
    [
      w.outcome,
      [
        [w.leads, count((f) => f.leads)],
        [w.sales, count((f) => f.sales)],
        [w.rewards, count((f) => f.rewards)],
      ],
    ],
    [
      w.money,
      [
        [w.revenue, money((f) => f.revenueMinor)],
        [w.gross, money((f) => f.grossMinor)],
        [w.rewardCost, money((f) => f.rewardMinor)],
        [w.overflowCost, overflow],
        [w.roi, roi],
      ],
    ],
  ];
}
