/** @jsxImportSource hono/jsx */
import type { ConversionAnswer } from "../../actions/answer-conversion.ts";
import type { Page } from "../../actions/page.ts";
import { named } from "../named.ts";
import { Instant, Layout, Paging, Token, type View } from "./layout.tsx";
import { VoidForm } from "./rewards-page.tsx";

export function OrdersPage(props: {
  view: View;
  page: Page<ConversionAnswer>;
  query: Record<string, string>;
}) {
  const { view, page, query } = props;
  const w = view.words.orders;
  return (
    <Layout view={view} title={w.title}>
      <p class="intro">{w.intro}</p>
      {page.items.length === 0 ? <p class="empty">{w.none}</p> : null}
      {page.items.map((order) => (
        <Order view={view} order={order} />
      ))}
      <Paging view={view} path="/owner/orders" query={query} next={page.next} />
    </Layout>
  );
}

function Order({ view, order }: { view: View; order: ConversionAnswer }) {
  const { words, formats } = view;
  const w = words.orders;
  const path = `/owner/orders/${encodeURIComponent(order.id)}`;
  return (
    <article class="order" aria-labelledby={order.id}>
      <h2 id={order.id}>
        <code>{order.orderId}</code>{" "}
        <span class="tag">{named(words.steps, order.type)}</span>
      </h2>
      <dl>
        <dt>{w.amount}</dt>
        <dd>
          <strong>
            {order.amountMinor === null || order.currency === null
              ? w.noAmount
              : formats.money(order.amountMinor, order.currency)}
          </strong>
        </dd>
        <dt>{w.occurred}</dt>
        <dd>
          <Instant at={order.occurredAt} view={view} />
        </dd>
        <dt>{w.recorded}</dt>
        <dd>
          <Instant at={order.recordedAt} view={view} />
        </dd>
        <dt>{w.credit}</dt>
        <dd>
          <Credit view={view} order={order} />
        </dd>
        <dt>{w.waiting}</dt>
        <dd>
          {order.rewards.length === 0
            ? w.noRewards
            : order.rewards.map((reward) => (
                <span class="item">
                  {words.rewards.to[reward.to]}:{" "}
                  {formats.money(reward.amountMinor, reward.currency)}{" "}
                  {named(words.kinds, reward.kind)}
                </span>
              ))}
        </dd>
        {order.warnings.length === 0 ? null : (
          <>
            <dt>{w.warnings}</dt>
            <dd>
              {order.warnings.map(({ message }) => (
                <span class="item" lang="en">
                  {message}
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
      <div class="acts">
        <form method="post" action={`${path}/verification`}>
          <Token csrf={view.csrf} />
          <button type="submit">{w.verify}</button>
        </form>
        <VoidForm
          view={view}
          action={`${path}/void`}
          label={w.refuse}
          hint={w.refuseHint}
        />
      </div>
    </article>
  );
}

function Credit({ view, order }: { view: View; order: ConversionAnswer }) {
  const w = view.words.orders;
  const { attributed, because } = order;
  if (!attributed) {
    return (
      <>
        {w.noCredit}
        {because ? (
          <span class="item">{named(view.words.reasons, because)}</span>
        ) : null}
      </>
    );
  }
  const how = {
    code: w.byCode(attributed.code),
    link: w.byLink(attributed.code, view.formats.instant(attributed.at)),
    earlier: w.byEarlier(attributed.code),
    hand: w.byHand(attributed.code),
  };
  return (
    <>
      {how[attributed.by]}{" "}
      <a href={`/owner/members?query=${encodeURIComponent(attributed.member)}`}>
        {view.words.members.who}
      </a>
    </>
  );
}
