import { listAudit } from "../actions/list-audit.ts";
import type { Collector } from "./collector.ts";
import type { Operation } from "./operation.ts";
import { queryOf } from "./query.ts";
import { listOf } from "./schemas/answer-fields.ts";
import { auditAnswer, auditQuery } from "./schemas/audit.ts";
import { asServer } from "./server-calls.ts";

/** `GET /v1/audit` */
export function audit(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) =>
    c.json(
      await listAudit(collector.reading, { siteId, ...queryOf(c, auditQuery) }),
    ),
  );
}

/** How it is documented. */
export const auditOperation: Operation = {
  method: "get",
  path: "/v1/audit",
  summary: "List every change: by whom, when and why",
  by: "server",
  query: auditQuery,
  answers: { 200: listOf(auditAnswer) },
};
