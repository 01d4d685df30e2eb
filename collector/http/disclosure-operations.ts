import type { Operation } from "./operation.ts";
import { disclosureAnswer, disclosureQuery } from "./schemas/disclosure.ts";

/** What pages send, for programs and for people. */
export const disclosureOperations: Operation[] = [
  {
    method: "get",
    path: "/v1/disclosure",
    summary: "Which fields pages send here, and why",
    by: "browser",
    query: disclosureQuery,
    answers: { 200: disclosureAnswer },
  },
  {
    method: "get",
    path: "/disclosure",
    summary: "The same as a page, in Japanese or English",
    by: "browser",
    query: disclosureQuery,
    answers: { 200: "text/html", 400: "text/html", 401: "text/html" },
  },
];
