/** @jsxImportSource hono/jsx */
import type { ConversionAnswer } from "../../actions/answer-conversion.ts";
import type { Waiting } from "../../actions/list-queue.ts";
import type { MemberName } from "../../actions/member-names.ts";
import { Choose } from "../bulk/bulk-bar.tsx";
import { calledOf } from "../bulk/confirm-page.tsx";
import { named } from "../named.ts";
import { Warnings } from "../orders/warnings.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { VoidForm } from "../pages/void-form.tsx";
import {
  EarnedRewards,
  OrderInBrief,
  OrderLink,
  Verdict,
} from "./order-in-brief.tsx";

/** An order that waits for the owner's word, with the evidence, and what can be done. */
export function WaitingOrder(props: {
  view: View;
  tab: Waiting;
  order: ConversionAnswer;
  names: ReadonlyMap<string, MemberName>;
}) {
  const { view, tab, order, names } = props;
  const { words } = view;
  const w = words.queue;
  const path = `/owner/queue/${tab}/${encodeURIComponent(order.id)}`;
  return (
    <article class="order" aria-labelledby={order.id}>
      <h2 id={order.id}>
        <Choose view={view} id={order.id} label={w.choose(order.orderId)} />{" "}
        <OrderLink order={order} />{" "}
        <span class="tag">{named(words.steps, order.type)}</span>
      </h2>
      <dl>
        <OrderInBrief view={view} order={order} />
        <dt>{w.credit}</dt>
        <dd>
          <Credit view={view} order={order} names={names} />
        </dd>
        <EarnedRewards view={view} order={order} label={w.rewards} />
        <Verdict view={view} order={order} />
        {order.warnings.length === 0 ? null : (
          <>
            <dt>{w.warnings}</dt>
            <dd>
              <Warnings view={view} warnings={order.warnings} />
            </dd>
          </>
        )}
      </dl>
      <div class="acts">
        <form method="post" action={`${path}/confirm`}>
          <Token csrf={view.csrf} />
          <button type="submit">{w.confirm[tab]}</button>
        </form>
        <VoidForm
          view={view}
          action={`${path}/void`}
          label={w.void[tab]}
          hints={[w.voidHint[tab]]}
        />
      </div>
    </article>
  );
}

/** Whose referral it is, and how that is known. */
export function Credit(props: {
  view: View;
  order: ConversionAnswer;
  names: ReadonlyMap<string, MemberName>;
}) {
  const { view, order, names } = props;
  const { attributed } = order;
  const w = view.words.queue;
  if (!attributed) return <>{w.noCredit}</>;
  const how = {
    code: w.ways.code(attributed.code),
    link: w.ways.link(attributed.code, view.formats.instant(attributed.at)),
    earlier: w.ways.earlier(attributed.code),
    hand: w.ways.hand(attributed.code),
  };
  return (
    <>
      <a href={`/owner/members/${encodeURIComponent(attributed.member)}`}>
        {calledOf(names.get(attributed.member), view)}
      </a>
      <small>{how[attributed.by]}</small>
    </>
  );
}
