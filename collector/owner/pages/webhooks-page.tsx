/** @jsxImportSource hono/jsx */
import type {
  DeliveryAnswer,
  EndpointAnswer,
} from "../../actions/answer-endpoint.ts";
import type { Page } from "../../actions/page.ts";
import { Choice } from "./choice.tsx";
import { DeliveriesTable } from "./deliveries-table.tsx";
import { EndpointCard } from "./endpoint-card.tsx";
import { EndpointForm, type NewEndpoint } from "./endpoint-form.tsx";
import { Layout } from "./layout.tsx";
import { Paging } from "./paging.tsx";
import type { View } from "./view.ts";

export function WebhooksPage(props: {
  view: View;
  endpoints: EndpointAnswer[];
  deliveries: Page<DeliveryAnswer>;
  query: Record<string, string>;
  /** What was typed, where it was refused. */
  form: NewEndpoint;
}) {
  const { view, endpoints, deliveries, query } = props;
  const w = view.words.webhooks;
  return (
    <Layout view={view} title={w.title}>
      <p class="intro">{w.intro}</p>
      {endpoints.length === 0 ? <p class="hint">{w.none}</p> : null}
      {endpoints.map((endpoint) => (
        <EndpointCard view={view} endpoint={endpoint} />
      ))}
      <EndpointForm view={view} form={props.form} />
      <h2 id="deliveries">{w.deliveries}</h2>
      <StateFilter view={view} state={query.state} />
      {deliveries.items.length === 0 ? (
        <p class="empty">{w.noDeliveries}</p>
      ) : (
        <DeliveriesTable
          view={view}
          deliveries={deliveries.items}
          endpoints={endpoints}
        />
      )}
      <Paging
        view={view}
        path="/owner/webhooks"
        query={query}
        next={deliveries.next}
      />
    </Layout>
  );
}

function StateFilter(props: { view: View; state: string | undefined }) {
  const { view, state } = props;
  const w = view.words.webhooks;
  return (
    <form class="filter" method="get" action="/owner/webhooks#deliveries">
      <Choice
        label={w.filter}
        name="state"
        of={w.deliveryStates}
        all={w.all}
        chosen={state}
      />
      <button type="submit">{w.show}</button>
    </form>
  );
}
