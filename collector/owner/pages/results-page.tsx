/** @jsxImportSource hono/jsx */
import type { QueueCounts } from "../../actions/list-queue.ts";
import type {
  LowPool,
  UnservedGifts,
} from "../../actions/list-unserved-gifts.ts";
import type { Channels } from "../../actions/read-channels.ts";
import type { Funnel } from "../../actions/read-funnel.ts";
import type { Program } from "../../domain/program.ts";
import { LowNotice } from "../gifts/low-notice.tsx";
import { UnservedNotice } from "../gifts/unserved-notice.tsx";
import { counted } from "../queue/queue-frame.tsx";
import { queuePath } from "../queue/queue-path.ts";
import { NewnessNotice } from "../sites/newness-notice.tsx";
import { ChannelTable } from "./channel-table.tsx";
import { Layout } from "./layout.tsx";
import { ProgramChoice } from "./program-choice.tsx";
import { Scroll } from "./scroll.tsx";
import type { View } from "./view.ts";

export interface Period {
  days: number;
  funnel: Funnel;
  channels: Channels;
}

export function ResultsPage(props: {
  view: View;
  periods: Period[];
  programs: Program[];
  /** The one whose figures these are; left out for all. */
  program: string | undefined;
  isSilent: boolean;
  /** Customers from before would be paid for as new. */
  isNewnessUnknown: boolean;
  /** What waits for the owner. */
  counts: QueueCounts;
  /** What is missing for gifts to be given. */
  giftNeeds: { low: LowPool[]; unserved: UnservedGifts[] };
}) {
  const { view, periods } = props;
  const { formats, words } = view;
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
  const groups: [string, [string, (funnel: Funnel) => string][]][] = [
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
  return (
    <Layout view={view} title={w.title}>
      {props.isNewnessUnknown ? <NewnessNotice view={view} /> : null}
      {props.isSilent ? (
        <p class="news">
          {w.nothing} <a href="/owner/install">{words.nav.install}</a>
        </p>
      ) : null}
      {(["unverified", "held", "disputed"] as const).map((tab) =>
        props.counts[tab] === 0 ? null : (
          <p class="news">
            {words.queue.waits[tab]}{" "}
            <a href={queuePath(tab)}>{counted(props.counts[tab], view)}</a>
          </p>
        ),
      )}
      <UnservedNotice view={view} gifts={props.giftNeeds.unserved} />
      <LowNotice view={view} pools={props.giftNeeds.low} />
      <p class="intro">{w.intro}</p>
      {props.programs.length < 2 ? null : (
        <form class="filter" method="get" action="/owner">
          <ProgramChoice
            view={view}
            programs={props.programs}
            chosen={props.program}
          />
          <button type="submit">{words.rewards.show}</button>
        </form>
      )}
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
          {groups.map(([name, rows]) => (
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
      <p class="hint">{w.roiHint}</p>
      <ChannelTable view={view} periods={periods} />
      <details class="hint">
        <summary>{w.developers}</summary>
        {w.api}
        {periods.map(({ funnel }) => (
          <code class="line">
            GET /v1/reports/funnel?from={funnel.from}&amp;to={funnel.to}
            {props.program ? `&program=${props.program}` : ""}
          </code>
        ))}
      </details>
    </Layout>
  );
}
