import {
  postponeDeliveries,
  selectDueDeliveries,
  selectDueEndpoints,
} from "../storage/queries/deliveries.ts";
import type { Reading, Work } from "./work.ts";

/** Few enough that all of them are tried well within the lease, whatever each takes. */
const batchSize = 20;

/** After this, a delivery whose sender has died is taken by somebody else. */
const leaseMs = 5 * 60 * 1000;

/** A message as it is sent. */
export interface TakenDelivery {
  id: string;
  url: string;
  /** `whsec_...`: never to be logged. */
  secret: string;
  payload: string;
}

/** The endpoints for which something is due. */
export function dueEndpoints({ db, now }: Reading): Promise<string[]> {
  return selectDueEndpoints(db, now());
}

/**
 * Takes what is due for one endpoint, and leases it to the caller, who says what came of it with `settleDelivery`.
 * Where that never comes the delivery is due again: at least once, and so perhaps twice.
 */
export async function takeDeliveries(
  work: Work,
  { endpoint }: { endpoint: string },
): Promise<TakenDelivery[]> {
  const now = work.now();
  const due = await selectDueDeliveries(work.db, endpoint, now, batchSize);
  await postponeDeliveries(
    work.db,
    due.map(({ id }) => id),
    now + leaseMs,
  );
  return due.map(({ id, url, secret, payload }) => ({
    id,
    url,
    secret: work.vault.decrypt(secret),
    payload,
  }));
}

/** What `takeDeliveries` leased, and its caller will not send after all, is due again at once. */
export function giveBackDeliveries(
  work: Work,
  { deliveries }: { deliveries: string[] },
): Promise<void> {
  return postponeDeliveries(work.db, deliveries, work.now());
}
