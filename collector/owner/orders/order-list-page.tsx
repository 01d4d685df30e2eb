/** @jsxImportSource hono/jsx */
import type { ConversionAnswer } from "../../actions/answer-conversion.ts";
import type { MemberName } from "../../actions/member-names.ts";
import type { Page } from "../../actions/page.ts";
import { named } from "../named.ts";
import { CardTable } from "../pages/card-table.tsx";
import { Instant } from "../pages/instant.tsx";
import { Layout } from "../pages/layout.tsx";
import { Paging } from "../pages/paging.tsx";
import type { View } from "../pages/view.ts";
import { MemberLink, moneyOf, orderPath } from "./order-view.tsx";

type Names = ReadonlyMap<string, MemberName>;

/** Every order, newest first. */
export function OrderListPage(props: {
  view: View;
  page: Page<ConversionAnswer>;
  names: Names;
  query: Record<string, string>;
}) {
  const { view, page, names, query } = props;
  const w = view.words.order;
  return (
    <Layout view={view} title={w.title}>
      <p class="intro">{w.intro}</p>
      <Filter view={view} query={query} />
      {page.items.length === 0 ? (
        <p class="empty">{w.none}</p>
      ) : (
        <CardTable heads={[w.when, w.order, w.amount, w.credit, w.rewards]}>
          {page.items.map((order) => (
            <Row view={view} names={names} order={order} />
          ))}
        </CardTable>
      )}
      <Paging view={view} path="/owner/orders" query={query} next={page.next} />
    </Layout>
  );
}

function Filter(props: { view: View; query: Record<string, string> }) {
  const { view, query } = props;
  const w = view.words.order;
  return (
    <form class="filter" method="get" action="/owner/orders">
      <label>
        {w.search}
        <input
          name="id"
          type="search"
          maxlength={254}
          value={query.id ?? ""}
          autocomplete="off"
          aria-describedby="search-hint"
        />
      </label>
      <label>
        {w.state}
        <select name="state">
          <option value="">{w.all}</option>
          {Object.entries(w.states).map(([state, text]) => (
            <option value={state} selected={query.state === state}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{w.show}</button>
      <p class="hint" id="search-hint">
        {w.searchHint}
      </p>
    </form>
  );
}

function Row(props: { view: View; names: Names; order: ConversionAnswer }) {
  const { view, names, order } = props;
  const { words, formats } = view;
  const w = words.order;
  const { amountMinor, currency, refundedMinor, attributed, because } = order;
  return (
    <tr>
      <td data-label={w.when}>
        <Instant at={order.occurredAt} view={view} />
      </td>
      <td data-label={w.order}>
        <a href={orderPath(order.id)}>{order.orderId}</a>
        <small>{named(words.steps, order.type)}</small>
      </td>
      <td data-label={w.amount}>
        {moneyOf(view, amountMinor, currency)}
        {refundedMinor > 0 ? (
          <small>
            {w.left}:{" "}
            {moneyOf(view, (amountMinor ?? 0) - refundedMinor, currency)}
          </small>
        ) : null}
      </td>
      <td data-label={w.credit}>
        {attributed ? (
          <MemberLink view={view} names={names} id={attributed.member} />
        ) : (
          w.states.nobody
        )}
        {order.verified ? null : <small>{w.states.unverified}</small>}
        {because === null || because === "unverified" ? null : (
          <small>{named(words.reasons, because)}</small>
        )}
      </td>
      <td data-label={w.rewards}>
        {order.rewards.map((reward) => (
          <span class="item">
            {words.rewards.to[reward.to]}:{" "}
            {formats.money(reward.amountMinor, reward.currency)}{" "}
            <span class={`state ${reward.state}`}>
              {words.states[reward.state]}
            </span>
          </span>
        ))}
      </td>
    </tr>
  );
}
