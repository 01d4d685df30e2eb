import type { Operation } from "./operation.ts";
import { emptyBody } from "./schemas/acts.ts";
import * as webhooks from "./schemas/webhooks.ts";

/** The documented operations of endpoints and deliveries. */
export const webhookOperations: Operation[] = [
  {
    method: "post",
    path: "/v1/endpoints",
    summary: "Tell an address of what happens; the secret is answered once",
    by: "server",
    body: webhooks.endpointBody,
    answers: { 201: webhooks.newEndpointAnswer },
  },
  {
    method: "get",
    path: "/v1/endpoints",
    summary: "List endpoints",
    by: "server",
    answers: { 200: webhooks.endpointsAnswer },
  },
  {
    method: "delete",
    path: "/v1/endpoints/:id",
    summary: "Forget an endpoint and its deliveries",
    by: "server",
    answers: { 204: null },
  },
  {
    method: "post",
    path: "/v1/endpoints/:id/tests",
    summary: "Send an endpoint a message to see whether it arrives",
    by: "server",
    body: emptyBody,
    answers: { 201: webhooks.deliveryAnswer },
  },
  {
    method: "post",
    path: "/v1/endpoints/:id/enabling",
    summary: "Tell a disabled endpoint of what happens from now on",
    by: "server",
    body: emptyBody,
    answers: { 200: webhooks.endpointAnswer },
  },
  {
    method: "post",
    path: "/v1/deliveries/:id/attempts",
    summary: "Send once more what was given up",
    by: "server",
    body: emptyBody,
    answers: { 201: webhooks.deliveryAnswer },
  },
  {
    method: "get",
    path: "/v1/deliveries",
    summary: "List what was sent to endpoints, and what is still to be",
    by: "server",
    query: webhooks.deliveriesQuery,
    answers: { 200: webhooks.deliveriesAnswer },
  },
];
