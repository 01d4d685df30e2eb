import type { DeliveryRow } from "../storage/queries/deliveries.ts";
import type { EndpointRow } from "../storage/queries/endpoints.ts";

/** An endpoint as servers and the owner see it; never with its secret. */
export interface EndpointAnswer {
  id: string;
  url: string;
  events: string[];
  state: EndpointRow["state"];
  /** Why it is disabled, or `null`. */
  because: string | null;
  /** Since when nothing has been taken, or `null`. */
  failingSince: number | null;
  createdAt: number;
}

export function answerEndpoint(endpoint: EndpointRow): EndpointAnswer {
  return {
    id: endpoint.id,
    url: endpoint.url,
    events: JSON.parse(endpoint.events) as string[],
    state: endpoint.state,
    because: endpoint.because,
    failingSince: endpoint.failing_since,
    createdAt: endpoint.created_at,
  };
}

/** One message to one endpoint, and what came of it so far. */
export interface DeliveryAnswer {
  id: string;
  endpoint: string;
  type: string;
  state: DeliveryRow["state"];
  /** Why the last attempt failed, or `null`. */
  because: string | null;
  attempts: number;
  /** HTTP status of the last attempt, `null` where none was answered. */
  status: number | null;
  /** The beginning of the last answer, or what went wrong on the way. */
  detail: string | null;
  nextAttemptAt: number | null;
  lastAttemptAt: number | null;
  createdAt: number;
  payload: { type: string; timestamp: string; data: object };
}

export function answerDelivery(delivery: DeliveryRow): DeliveryAnswer {
  return {
    id: delivery.id,
    endpoint: delivery.endpoint_id,
    type: delivery.type,
    state: delivery.state,
    because: delivery.because,
    attempts: delivery.attempts,
    status: delivery.status,
    detail: delivery.detail,
    nextAttemptAt: delivery.next_at,
    lastAttemptAt: delivery.last_at,
    createdAt: delivery.created_at,
    payload: JSON.parse(delivery.payload) as DeliveryAnswer["payload"],
  };
}
