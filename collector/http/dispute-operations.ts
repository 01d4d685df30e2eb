import type { Operation } from "./operation.ts";
import { listOf } from "./schemas/answer-fields.ts";
import * as disputes from "./schemas/disputes.ts";
import { myDispute } from "./schemas/me.ts";

/** The documented operations of disputes. */
export const disputeOperations: Operation[] = [
  {
    method: "post",
    path: "/v1/me/disputes",
    summary: "Say that a reward or friend is wrong, or that one is missing",
    by: "member",
    body: disputes.disputeBody,
    answers: { 200: myDispute, 201: myDispute },
  },
  {
    method: "get",
    path: "/v1/disputes",
    summary: "List what members dispute, with the evidence",
    by: "server",
    query: disputes.disputesQuery,
    answers: { 200: listOf(disputes.disputeAnswer) },
  },
  {
    method: "post",
    path: "/v1/disputes/:id/answer",
    summary: "Answer a dispute; the member reads it",
    by: "server",
    body: disputes.settlementBody,
    answers: { 200: disputes.disputeAnswer },
  },
];
