/** @jsxImportSource hono/jsx */
import { named } from "../named.ts";
import { Layout } from "../pages/layout.tsx";
import { OrderActs } from "./order-acts.tsx";
import { OrderCredit } from "./order-credit.tsx";
import { OrderFacts } from "./order-facts.tsx";
import { OrderHistory } from "./order-history.tsx";
import { OrderRewards } from "./order-rewards.tsx";
import type { OrderView } from "./order-view.tsx";

/** One order: what is known of it, who is credited and why, what it earned, and what can be done. */
export function OrderPage(props: OrderView) {
  const { view, found } = props;
  const { type, orderId, id } = found.conversion;
  return (
    <Layout view={view} title={view.words.order.one(orderId)}>
      <p>
        <span class="tag">{named(view.words.steps, type)}</span>{" "}
        <code>{id}</code>
      </p>
      <OrderFacts {...props} />
      <OrderActs view={view} found={found} />
      <OrderCredit {...props} />
      <OrderRewards {...props} />
      <OrderHistory {...props} />
    </Layout>
  );
}
