import { listDisputes } from "../actions/list-disputes.ts";
import type { Collector } from "./collector.ts";
import { asMember } from "./me.ts";
import { pathText, queryOf } from "./query.ts";
import { readBody } from "./read-body.ts";
import {
  disputeBody,
  disputesQuery,
  settlementBody,
} from "./schemas/disputes.ts";
import { asServer } from "./server-calls.ts";

/** `POST /v1/me/disputes` */
export function openDispute(collector: Collector) {
  return asMember(collector, async (c, memberId) => {
    const body = await readBody(c, disputeBody);
    const { created, dispute } = await collector.writer.run("openDispute", {
      memberId,
      ...body,
    });
    return c.json(dispute, created ? 201 : 200);
  });
}

/** `GET /v1/disputes` */
export function disputes(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) =>
    c.json(
      await listDisputes(collector.reading, {
        siteId,
        ...queryOf(c, disputesQuery),
      }),
    ),
  );
}

/** `POST /v1/disputes/:id/answer` */
export function answerDispute(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const dispute = pathText(c, "id");
    const settlement = await readBody(c, settlementBody);
    return c.json(
      await collector.writer.run("settleDispute", {
        siteId,
        dispute,
        ...settlement,
        by: "api",
      }),
    );
  });
}
