/** @jsxImportSource hono/jsx */
import type { ConversionAnswer } from "../../actions/answer-conversion.ts";
import type { DisputeAnswer } from "../../actions/list-disputes.ts";
import type { MemberName } from "../../actions/member-names.ts";
import { calledOf } from "../bulk/confirm-page.tsx";
import { named } from "../named.ts";
import { Instant } from "../pages/instant.tsx";
import type { View } from "../pages/view.ts";
import {
  EarnedRewards,
  OrderInBrief,
  OrderLink,
  Verdict,
} from "./order-in-brief.tsx";

export interface Case {
  view: View;
  dispute: DisputeAnswer;
  names: ReadonlyMap<string, MemberName>;
}

/** An order that the member may mean, and for whom it counts. */
export function EvidentOrder(props: Case & { order: ConversionAnswer }) {
  const { view, dispute, names, order } = props;
  const { words } = view;
  const w = words.queue;
  const { attributed, because } = order;
  const counts =
    attributed === null
      ? w.countsForNobody
      : attributed.member === dispute.member
        ? w.countsForThem
        : w.counts(calledOf(names.get(attributed.member), view));
  return (
    <dl class="evidence">
      <dt>{w.asked}</dt>
      <dd>
        <OrderLink order={order} /> {counts}
        {because === null ? null : (
          <small>{named(words.reasons, because)}</small>
        )}
      </dd>
      <OrderInBrief view={view} order={order} />
      {order.rewards.length === 0 ? null : (
        <EarnedRewards view={view} order={order} label={words.nav.rewards} />
      )}
      <Verdict view={view} order={order} />
    </dl>
  );
}

/** Which links were followed. */
export function Traces({ view, dispute }: Omit<Case, "names">) {
  const w = view.words.queue;
  const { clicks, touches } = dispute.evidence;
  const lines = [
    [w.touches, touches],
    [w.clicks, clicks],
  ] as const;
  return (
    <dl>
      {lines.map(([label, found]) => (
        <>
          <dt>{label}</dt>
          <dd>
            {found.length === 0
              ? w.noClicks
              : found.slice(0, 5).map(({ code, at }) => (
                  <span class="item">
                    <code>{code}</code> <Instant at={at} view={view} />
                  </span>
                ))}
            {found.length > 5 ? (
              <small>{w.clicked(view.formats.count(found.length))}</small>
            ) : null}
          </dd>
        </>
      ))}
    </dl>
  );
}
