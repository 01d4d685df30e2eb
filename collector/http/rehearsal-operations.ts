import type { Operation } from "./operation.ts";
import * as schemas from "./schemas/rehearsals.ts";

/** The documented operations of versions and rehearsals. */
export const rehearsalOperations: Operation[] = [
  {
    method: "get",
    path: "/v1/programs/:id/versions",
    summary: "List a programme's versions, newest first",
    by: "server",
    query: schemas.versionsQuery,
    answers: { 200: schemas.versionsAnswer },
  },
  {
    method: "post",
    path: "/v1/programs/:id/rehearsals",
    summary: "What the last days' conversions would cost under other rules",
    by: "server",
    body: schemas.rehearsalBody,
    answers: { 200: schemas.rehearsalAnswer },
  },
];
