import type { Operation } from "./operation.ts";
import * as overflows from "./schemas/overflows.ts";

/** The documented operations of raffle entries and perks. */
export const overflowOperations: Operation[] = [
  {
    method: "get",
    path: "/v1/overflows",
    summary: "List raffle entries and perks, which capped rewards became",
    by: "server",
    query: overflows.overflowsQuery,
    answers: { 200: overflows.overflowsAnswer },
  },
  {
    method: "get",
    path: "/v1/overflows.csv",
    summary: "Raffle entries and perks as a table, one line each",
    by: "server",
    query: overflows.overflowFileQuery,
    answers: { 200: "text/csv" },
  },
];
