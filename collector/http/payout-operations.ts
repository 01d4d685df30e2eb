import type { Operation } from "./operation.ts";
import { reasonBody } from "./schemas/acts.ts";
import * as payouts from "./schemas/payouts.ts";

/** The documented operations of payout runs. */
export const payoutOperations: Operation[] = [
  {
    method: "get",
    path: "/v1/payouts",
    summary: "List payout runs",
    by: "server",
    query: payouts.payoutsQuery,
    answers: { 200: payouts.payoutsAnswer },
  },
  {
    method: "post",
    path: "/v1/payouts",
    summary: "Gather what is due into a run; nothing is paid yet",
    by: "server",
    body: payouts.payoutBody,
    answers: { 200: payouts.payoutAnswer, 201: payouts.payoutAnswer },
  },
  {
    method: "get",
    path: "/v1/payouts/totals",
    summary: "What everybody was paid in a year",
    by: "server",
    query: payouts.totalsQuery,
    answers: { 200: payouts.totalsAnswer },
  },
  {
    method: "get",
    path: "/v1/payouts/:id.csv",
    summary: "A payout run as a table, one line for each person",
    by: "server",
    answers: { 200: "text/csv" },
  },
  {
    method: "get",
    path: "/v1/payouts/:id",
    summary: "A payout run, with everybody in it",
    by: "server",
    answers: { 200: payouts.payoutAnswer },
  },
  {
    method: "post",
    path: "/v1/payouts/:id/payment",
    summary: "Note that everybody in a run has been paid",
    by: "server",
    body: payouts.paymentBody,
    answers: { 200: payouts.payoutAnswer },
  },
  {
    method: "post",
    path: "/v1/payouts/:id/cancellation",
    summary: "Give up a run that is not paid",
    by: "server",
    body: reasonBody,
    answers: { 200: payouts.payoutAnswer },
  },
];
