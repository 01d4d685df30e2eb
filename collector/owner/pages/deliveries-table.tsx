/** @jsxImportSource hono/jsx */
import type {
  DeliveryAnswer,
  EndpointAnswer,
} from "../../actions/answer-endpoint.ts";
import { named } from "../named.ts";
import { CardTable } from "./card-table.tsx";
import { Instant } from "./instant.tsx";
import { Token } from "./token.tsx";
import type { View } from "./view.ts";

/** What was sent to whom, and how it went. */
export function DeliveriesTable(props: {
  view: View;
  deliveries: DeliveryAnswer[];
  endpoints: EndpointAnswer[];
}) {
  const { view, deliveries, endpoints } = props;
  const w = view.words.webhooks;
  const known = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
  return (
    <CardTable heads={[w.when, w.what, w.to, w.outcome]}>
      {deliveries.map((delivery) => (
        <tr>
          <td data-label={w.when}>
            <Instant at={delivery.createdAt} view={view} />
          </td>
          <td data-label={w.what}>
            <code>{delivery.type}</code>
            <details>
              <summary>{w.payload}</summary>
              <pre tabindex={0}>
                <code>{JSON.stringify(delivery.payload, null, 1)}</code>
              </pre>
            </details>
          </td>
          <td data-label={w.to}>
            {known.get(delivery.endpoint)?.url ?? delivery.endpoint}
          </td>
          <td data-label={w.outcome}>
            <Outcome view={view} delivery={delivery} />
            {delivery.state === "failed" &&
            known.get(delivery.endpoint)?.state === "enabled" ? (
              <Again view={view} delivery={delivery} />
            ) : null}
          </td>
        </tr>
      ))}
    </CardTable>
  );
}

function Again({ view, delivery }: { view: View; delivery: DeliveryAnswer }) {
  const action = `/owner/webhooks/deliveries/${encodeURIComponent(delivery.id)}/attempts`;
  return (
    <form method="post" action={action}>
      <Token csrf={view.csrf} />
      <button type="submit">{view.words.webhooks.again}</button>
    </form>
  );
}

function Outcome({ view, delivery }: { view: View; delivery: DeliveryAnswer }) {
  const { state, because, status, attempts, nextAttemptAt } = delivery;
  const w = view.words.webhooks;
  const tone = { pending: "", delivered: "active", failed: "void" }[state];
  return (
    <>
      <span class={`state ${tone}`}>{w.deliveryStates[state]}</span>
      {because === null ? null : (
        <small>
          {named(w.reasons, because)}
          {status === null ? "" : ` (${status})`}
        </small>
      )}
      {attempts === 0 ? null : <small>{w.attempts(attempts)}</small>}
      {state === "pending" && attempts > 0 && nextAttemptAt !== null ? (
        <small>{w.next(view.formats.instant(nextAttemptAt))}</small>
      ) : null}
    </>
  );
}
