import { maxEndpoints, webhookTestType } from "../../sdk/protocol/webhook.ts";
import { conflict } from "../domain/conflict.ts";
import {
  selectDelivery,
  updateDelivery,
} from "../storage/queries/deliveries.ts";
import {
  deleteEndpointRow,
  type EndpointRow,
  insertEndpoint,
  selectEndpoint,
  selectEndpoints,
  updateEndpoint,
} from "../storage/queries/endpoints.ts";
import { enqueueDelivery } from "./announce.ts";
import {
  answerDelivery,
  answerEndpoint,
  type DeliveryAnswer,
  type EndpointAnswer,
} from "./answer-endpoint.ts";
import { found } from "./found.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/**
 * Tells an address of what happens from now on. Its secret is answered here and never again.
 * The address is checked before: see `refuseWebhookUrl`, which may have to ask the name servers.
 */
export async function createEndpoint(
  work: Work,
  wanted: { siteId: string; url: string; events: string[]; by: string },
): Promise<EndpointAnswer & { secret: string }> {
  const { db, vault } = work;
  const { siteId, url, events, by } = wanted;
  if ((await selectEndpoints(db, siteId)).length >= maxEndpoints)
    throw conflict(
      "endpoints_full",
      `Expected at most ${maxEndpoints} endpoints. Delete one that is not needed.`,
    );
  // What the Standard Webhooks libraries take: base64 after the prefix.
  const secret = `whsec_${Buffer.from(work.newSecret()).toString("base64")}`;
  const endpoint: EndpointRow = {
    id: work.newId("end"),
    site_id: siteId,
    url,
    events: JSON.stringify([...new Set(events)]),
    secret: vault.encrypt(secret),
    state: "enabled",
    because: null,
    failing_since: null,
    created_at: work.now(),
  };
  await insertEndpoint(db, endpoint);
  await note(work, endpoint, "create_endpoint", by);
  return { ...answerEndpoint(endpoint), secret };
}

/** Forgets an endpoint, with what it was still to be told and its log. */
export async function deleteEndpoint(
  work: Work,
  which: { siteId: string; endpoint: string; by: string },
): Promise<void> {
  const endpoint = await findEndpoint(work, which);
  await deleteEndpointRow(work.db, endpoint.id);
  await note(work, endpoint, "delete_endpoint", which.by);
}

/**
 * Tells an endpoint that was switched off of what happens from now on. What it missed was not kept for it;
 * what was given up can be sent again, one by one. Doing it twice changes nothing.
 */
export async function enableEndpoint(
  work: Work,
  which: { siteId: string; endpoint: string; by: string },
): Promise<EndpointAnswer> {
  const endpoint = await findEndpoint(work, which);
  if (endpoint.state === "enabled") return answerEndpoint(endpoint);
  const enabled = {
    state: "enabled",
    because: null,
    failing_since: null,
  } as const;
  await updateEndpoint(work.db, endpoint.id, enabled);
  await note(work, endpoint, "enable_endpoint", which.by);
  return answerEndpoint({ ...endpoint, ...enabled });
}

/** Sends an endpoint a message that means nothing, once, to see whether it arrives. */
export async function testEndpoint(
  work: Work,
  which: { siteId: string; endpoint: string },
): Promise<DeliveryAnswer> {
  const endpoint = await findEndpoint(work, which);
  if (endpoint.state === "disabled")
    throw conflict("endpoint_disabled", disabled);
  const id = await enqueueDelivery(work, {
    siteId: which.siteId,
    endpointId: endpoint.id,
    type: webhookTestType,
    data: { endpoint: endpoint.id },
  });
  const delivery = await selectDelivery(work.db, id);
  if (!delivery) throw new Error(`Delivery ${id} vanished while it was made.`);
  return answerDelivery(delivery);
}

/**
 * Sends a message that was given up once more, under its own id, and tries it as a new one.
 * Throws `state_conflict` where it is not given up, or its endpoint is disabled.
 */
export async function resendDelivery(
  work: Work,
  which: { siteId: string; delivery: string; by: string },
): Promise<DeliveryAnswer> {
  const { db } = work;
  const sent = await selectDelivery(db, which.delivery);
  const delivery = found(sent?.site_id === which.siteId ? sent : undefined, {
    expected: 'the id of a delivery ("dlv_...")',
    id: which.delivery,
  });
  const endpoint = await findEndpoint(work, {
    ...which,
    endpoint: delivery.endpoint_id,
  });
  if (endpoint.state === "disabled")
    throw conflict("endpoint_disabled", disabled);
  if (delivery.state !== "failed")
    throw conflict(
      "delivery_not_failed",
      `Only what was given up is sent again, and this delivery is ${delivery.state}.`,
    );
  const again = {
    state: "pending",
    because: null,
    attempts: 0,
    next_at: work.now(),
  } as const;
  await updateDelivery(db, delivery.id, again);
  await note(work, endpoint, "resend_delivery", which.by);
  return answerDelivery({ ...delivery, ...again });
}

const disabled =
  "This endpoint is disabled and is sent nothing. Enable it first.";

async function findEndpoint(
  { db }: Work,
  { siteId, endpoint: id }: { siteId: string; endpoint: string },
): Promise<EndpointRow> {
  return found(await selectEndpoint(db, siteId, id), {
    expected: 'the id of an endpoint ("end_...")',
    id,
  });
}

/** Secrets may stand in an address: the log of changes keeps its host alone. */
function note(
  work: Work,
  { id, site_id, url }: EndpointRow,
  action: string,
  by: string,
): Promise<void> {
  return noteAct(work, {
    siteId: site_id,
    by,
    action,
    subject: id,
    reason: new URL(url).host,
  });
}
