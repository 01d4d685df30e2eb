/** @jsxImportSource hono/jsx */
import { webhookTypes } from "../../../sdk/protocol/webhook.ts";
import type {
  DeliveryAnswer,
  EndpointAnswer,
} from "../../actions/answer-endpoint.ts";
import type { Page } from "../../actions/page.ts";
import { named } from "../named.ts";
import { CardTable } from "./card-table.tsx";
import { Choice } from "./choice.tsx";
import { Instant } from "./instant.tsx";
import { Layout } from "./layout.tsx";
import { Paging } from "./paging.tsx";
import { Token } from "./token.tsx";
import type { View } from "./view.ts";

export interface NewEndpoint {
  url: string;
  events: readonly string[];
}

export function WebhooksPage(props: {
  view: View;
  endpoints: EndpointAnswer[];
  deliveries: Page<DeliveryAnswer>;
  query: Record<string, string>;
  /** What was typed, where it was refused. */
  form: NewEndpoint;
}) {
  const { view, endpoints, deliveries, query } = props;
  const w = view.words.desk.webhooks;
  return (
    <Layout view={view} title={w.title}>
      <p class="intro">{w.intro}</p>
      {endpoints.length === 0 ? <p class="hint">{w.none}</p> : null}
      {endpoints.map((endpoint) => (
        <Endpoint view={view} endpoint={endpoint} />
      ))}
      <NewEndpointForm view={view} form={props.form} />
      <h2 id="deliveries">{w.deliveries}</h2>
      <StateFilter view={view} state={query.state} />
      {deliveries.items.length === 0 ? (
        <p class="empty">{w.noDeliveries}</p>
      ) : (
        <Deliveries
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

function Endpoint(props: { view: View; endpoint: EndpointAnswer }) {
  const { view, endpoint } = props;
  const { id, url, events, state, because, failingSince } = endpoint;
  const w = view.words.desk.webhooks;
  const path = `/owner/webhooks/${encodeURIComponent(id)}`;
  return (
    <article class="order" aria-labelledby={id}>
      <h2 id={id}>
        <code>{url}</code>{" "}
        <span class={`state ${state === "enabled" ? "active" : "void"}`}>
          {w.states[state]}
        </span>
      </h2>
      {because === null ? null : <p>{named(w.because, because)}</p>}
      {because === null && failingSince !== null ? (
        <p class="over">{w.failing(view.formats.instant(failingSince))}</p>
      ) : null}
      <p class="hint">
        {w.events}:{" "}
        {events
          .map((type) => named(w.types, type))
          .join(view.words.program.comma)}
      </p>
      <div class="acts">
        {state === "enabled" ? (
          <form method="post" action={`${path}/tests`}>
            <Token csrf={view.csrf} />
            <button type="submit">{w.test}</button>
          </form>
        ) : (
          <form method="post" action={`${path}/enabling`}>
            <Token csrf={view.csrf} />
            <button type="submit">{w.enable}</button>
            <p class="hint">{w.enableHint}</p>
          </form>
        )}
        <details class="void">
          <summary>{w.remove}</summary>
          <form method="post" action={`${path}/deletion`}>
            <Token csrf={view.csrf} />
            <p class="hint">{w.removeHint}</p>
            <button type="submit" class="danger">
              {w.remove}
            </button>
          </form>
        </details>
      </div>
    </article>
  );
}

function NewEndpointForm({ view, form }: { view: View; form: NewEndpoint }) {
  const w = view.words.desk.webhooks;
  return (
    <section aria-labelledby="add">
      <h2 id="add">{w.add}</h2>
      <form class="new-endpoint" method="post" action="/owner/webhooks">
        <Token csrf={view.csrf} />
        <div class="field">
          <label for="url">{w.url}</label>
          <input
            id="url"
            name="url"
            type="url"
            required
            maxlength={2000}
            placeholder={w.urlHint}
            value={form.url}
            autocomplete="off"
          />
        </div>
        <fieldset>
          <legend>{w.events}</legend>
          {webhookTypes.map((type) => (
            <p class="field check">
              <label>
                <input
                  type="checkbox"
                  name={type}
                  value="yes"
                  checked={form.events.includes(type)}
                />
                <span>
                  {named(w.types, type)} <code>{type}</code>
                </span>
              </label>
            </p>
          ))}
        </fieldset>
        <p class="add">
          <button type="submit">{w.addButton}</button>
        </p>
      </form>
    </section>
  );
}

function StateFilter(props: { view: View; state: string | undefined }) {
  const { view, state } = props;
  const w = view.words.desk.webhooks;
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

function Deliveries(props: {
  view: View;
  deliveries: DeliveryAnswer[];
  endpoints: EndpointAnswer[];
}) {
  const { view, deliveries, endpoints } = props;
  const w = view.words.desk.webhooks;
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
      <button type="submit">{view.words.desk.webhooks.again}</button>
    </form>
  );
}

function Outcome({ view, delivery }: { view: View; delivery: DeliveryAnswer }) {
  const { state, because, status, attempts, nextAttemptAt } = delivery;
  const w = view.words.desk.webhooks;
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
