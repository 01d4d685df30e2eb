import type { Operation } from "./operation.ts";
import { personExport } from "./schemas/person-data.ts";

/** The documented operations of one person's data. */
export const personDataOperations: Operation[] = [
  {
    method: "get",
    path: "/v1/members/:externalId/export",
    summary: "Everything that is held of one person, to be handed to them",
    by: "server",
    answers: { 200: personExport },
  },
  {
    method: "delete",
    path: "/v1/members/:externalId",
    summary: "Erase a person; the books keep their totals",
    by: "server",
    answers: { 204: null },
  },
];
