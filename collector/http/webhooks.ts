import { listDeliveries, listEndpoints } from "../actions/list-deliveries.ts";
import {
  refuseWebhookUrl,
  type WebhookNetwork,
} from "../actions/webhook-url.ts";
import type { Collector } from "./collector.ts";
import { pathText, queryOf } from "./query.ts";
import { readBody, readOptionalBody } from "./read-body.ts";
import { emptyBody } from "./schemas/acts.ts";
import { deliveriesQuery, endpointBody } from "./schemas/webhooks.ts";
import { asServer } from "./server-calls.ts";

/** `POST /v1/endpoints`: the one answer that shows the secret. */
export function createEndpoint(collector: Collector, network: WebhookNetwork) {
  return asServer(collector, async (c, { id: siteId }) => {
    const { url, events } = await readBody(c, endpointBody);
    // Here and not in the action: name servers may be slow, and the writer waits for nobody.
    await refuseWebhookUrl(url, network);
    const endpoint = await collector.writer.run("createEndpoint", {
      siteId,
      url,
      events,
      by: "api",
    });
    c.header("Cache-Control", "no-store");
    return c.json(endpoint, 201);
  });
}

/** `GET /v1/endpoints` */
export function endpoints(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    queryOf(c, emptyBody);
    const items = await listEndpoints(collector.reading, { siteId });
    return c.json({ items, next: null });
  });
}

/** `DELETE /v1/endpoints/:id` */
export function deleteEndpoint(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const endpoint = pathText(c, "id");
    await collector.writer.run("deleteEndpoint", {
      siteId,
      endpoint,
      by: "api",
    });
    return c.body(null, 204);
  });
}

/** `POST /v1/endpoints/:id/tests`: what comes of it stands in the deliveries. */
export function testEndpoint(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const endpoint = pathText(c, "id");
    await readOptionalBody(c, emptyBody);
    const delivery = await collector.writer.run("testEndpoint", {
      siteId,
      endpoint,
    });
    return c.json(delivery, 201);
  });
}

/** `POST /v1/endpoints/:id/enabling` */
export function enableEndpoint(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const endpoint = pathText(c, "id");
    await readOptionalBody(c, emptyBody);
    return c.json(
      await collector.writer.run("enableEndpoint", {
        siteId,
        endpoint,
        by: "api",
      }),
    );
  });
}

/** `POST /v1/deliveries/:id/attempts`: one more of what was given up. */
export function resendDelivery(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const delivery = pathText(c, "id");
    await readOptionalBody(c, emptyBody);
    return c.json(
      await collector.writer.run("resendDelivery", {
        siteId,
        delivery,
        by: "api",
      }),
      201,
    );
  });
}

/** `GET /v1/deliveries` */
export function deliveries(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) =>
    c.json(
      await listDeliveries(collector.reading, {
        siteId,
        ...queryOf(c, deliveriesQuery),
      }),
    ),
  );
}
