import type { WebhookType } from "../../sdk/protocol/webhook.ts";
import { insertDelivery } from "../storage/queries/deliveries.ts";
import {
  type Subscription,
  selectSubscriptions,
} from "../storage/queries/endpoints.ts";
import { askedOnce } from "./asked-once.ts";
import { isTrial } from "./is-trial.ts";
import type { Work } from "./work.ts";

/**
 * Writes what has happened into the outbox, in the transaction in which it happens:
 * one delivery for every endpoint that asked for this type. Where none did, `data` is not even made.
 */
export async function announce(
  work: Work,
  siteId: string,
  type: WebhookType,
  data: () => Promise<object>,
): Promise<void> {
  const endpoints = (await subscriptionsOf(work, siteId)).filter(({ events }) =>
    (JSON.parse(events) as string[]).includes(type),
  );
  if (!endpoints.length) return;
  const message = { siteId, type, data: await data() };
  for (const { id } of endpoints)
    await enqueueDelivery(work, { ...message, endpointId: id });
}

/** Puts one message for one endpoint into the outbox, and answers its id. */
export async function enqueueDelivery(
  work: Work,
  message: { siteId: string; endpointId: string; type: string; data: object },
): Promise<string> {
  const { siteId, endpointId, type, data } = message;
  const now = work.now();
  const timestamp = new Date(now).toISOString();
  const id = work.newId("dlv");
  // A receiver must be able to tell a trial from what counts, whatever the type.
  const mark = (await isTrial(work, siteId)) ? { test: true } : {};
  await insertDelivery(work.db, {
    id,
    site_id: siteId,
    endpoint_id: endpointId,
    type,
    payload: JSON.stringify({ type, timestamp, ...mark, data }),
    state: "pending",
    because: null,
    attempts: 0,
    status: null,
    detail: null,
    next_at: now,
    last_at: null,
    created_at: now,
  });
  return id;
}

/** The endpoints of a site that are told something. */
export function subscriptionsOf(
  work: Work,
  siteId: string,
): Promise<Subscription[]> {
  return askedOnce(work, `endpoints ${siteId}`, () =>
    selectSubscriptions(work.db, siteId),
  );
}
