/** @jsxImportSource hono/jsx */
import type { QueueCounts } from "../../actions/list-queue.ts";
import type {
  LowPool,
  UnservedGifts,
} from "../../actions/list-unserved-gifts.ts";
import type { Program } from "../../domain/program.ts";
import { LowNotice } from "../gifts/low-notice.tsx";
import { UnservedNotice } from "../gifts/unserved-notice.tsx";
import { counted } from "../queue/queue-frame.tsx";
import { queuePath } from "../queue/queue-path.ts";
import { NewnessNotice } from "../sites/newness-notice.tsx";
import { ChannelTable } from "./channel-table.tsx";
import { FunnelTable, type Period } from "./funnel-table.tsx";
import { Layout } from "./layout.tsx";
import { ProgramChoice } from "./program-choice.tsx";
import type { View } from "./view.ts";

/** How it is going: what waits, the figures, and where they come from. */
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
  const { words } = view;
  const w = words.results;
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
      <FunnelTable view={view} periods={periods} />
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
