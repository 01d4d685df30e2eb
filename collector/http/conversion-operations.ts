import { created, type Operation } from "./operation.ts";
import { emptyBody } from "./schemas/acts.ts";
import { listOf } from "./schemas/answer-fields.ts";
import {
  changeBody,
  conversionAnswer,
  conversionBody,
  conversionsQuery,
  creditBody,
  refundAnswer,
  refundBody,
} from "./schemas/conversions.ts";

/** The documented operations of conversions, their refunds, changes and credit. */
export const conversionOperations: Operation[] = [
  {
    method: "get",
    path: "/v1/conversions",
    summary: "List conversions",
    by: "server",
    query: conversionsQuery,
    answers: { 200: listOf(conversionAnswer) },
  },
  {
    method: "post",
    path: "/v1/conversions",
    summary: "Record a lead, a sale or a later stage",
    by: "server",
    body: conversionBody,
    answers: created(conversionAnswer),
  },
  {
    method: "post",
    path: "/v1/conversions/:id/verification",
    summary: "Vouch for a conversion that only a browser has reported",
    by: "server",
    body: emptyBody,
    answers: { 200: conversionAnswer },
  },
  {
    method: "post",
    path: "/v1/conversions/:id/refunds",
    summary: "Refund an order or note a chargeback, in part or in full",
    by: "server",
    body: refundBody,
    answers: created(refundAnswer),
  },
  {
    method: "post",
    path: "/v1/conversions/:id/changes",
    summary: "Say what an order became: its new total, gross profit or class",
    by: "server",
    body: changeBody,
    answers: created(refundAnswer),
  },
  {
    method: "post",
    path: "/v1/conversions/:id/credit",
    summary: "Credit a conversion to a member by hand",
    by: "server",
    body: creditBody,
    answers: { 200: conversionAnswer },
  },
];
