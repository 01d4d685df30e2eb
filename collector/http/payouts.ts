import type { Next } from "hono";
import { readPayout } from "../actions/answer-payout.ts";
import { listPayouts } from "../actions/list-payouts.ts";
import { payoutCsv as csvOf } from "../actions/payout-csv.ts";
import { payoutTotals as readTotals } from "../actions/payout-totals.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { pathText, queryOf } from "./query.ts";
import { readBody, readOptionalBody } from "./read-body.ts";
import { emptyBody, reasonBody } from "./schemas/acts.ts";
import {
  paymentBody,
  payoutBody,
  payoutsQuery,
  totalsQuery,
} from "./schemas/payouts.ts";
import { asServer } from "./server-calls.ts";

/** `POST /v1/payouts` */
export function createPayout(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const { minimumMinor, kinds, ...asked } = await readBody(c, payoutBody);
    const { created, payout } = await collector.writer.run("createPayout", {
      siteId,
      ...asked,
      minimumMinor: minimumMinor ?? 0,
      kinds: kinds ?? null,
      by: "api",
    });
    c.header("Cache-Control", "no-store");
    return c.json(payout, created ? 201 : 200);
  });
}

/** `GET /v1/payouts` */
export function payouts(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) =>
    c.json(
      await listPayouts(collector.reading, {
        siteId,
        ...queryOf(c, payoutsQuery),
      }),
    ),
  );
}

/** `GET /v1/payouts/:id` */
export function payout(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    queryOf(c, emptyBody);
    c.header("Cache-Control", "no-store");
    return c.json(
      await readPayout(collector.reading, {
        siteId,
        payout: pathText(c, "id"),
      }),
    );
  });
}

/** `GET /v1/payouts/:id.csv` */
export function payoutCsv(collector: Collector) {
  const answer = asServer(collector, async (c, { id: siteId }) => {
    const file = pathText(c, "id.csv");
    const payout = await readPayout(collector.reading, {
      siteId,
      payout: file.replace(/\.csv$/, ""),
    });
    return c.body(csvOf(payout), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${payout.id}.csv"`,
      "Cache-Control": "no-store",
    });
  });
  // The router takes the ending for a part of the parameter's name; an address without it is for the next route.
  return (c: HttpContext, next: Next): Promise<Response | undefined> =>
    c.req.path.endsWith(".csv") ? answer(c) : next().then(() => undefined);
}

/** `POST /v1/payouts/:id/payment` */
export function payPayout(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const payout = pathText(c, "id");
    const { totalMinor } = await readOptionalBody(c, paymentBody);
    return c.json(
      await collector.writer.run("payPayout", {
        siteId,
        payout,
        totalMinor: totalMinor ?? null,
        by: "api",
      }),
    );
  });
}

/** `POST /v1/payouts/:id/cancellation` */
export function cancelPayout(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const payout = pathText(c, "id");
    const { reason } = await readBody(c, reasonBody);
    return c.json(
      await collector.writer.run("cancelPayout", {
        siteId,
        payout,
        reason,
        by: "api",
      }),
    );
  });
}

/** `GET /v1/payouts/totals` */
export function payoutTotals(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    c.header("Cache-Control", "no-store");
    return c.json(
      await readTotals(collector.reading, {
        siteId,
        ...queryOf(c, totalsQuery),
      }),
    );
  });
}
