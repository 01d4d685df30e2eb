import { allOverflows, listOverflows } from "../actions/list-overflows.ts";
import { overflowCsv as csvOf } from "../actions/overflow-csv.ts";
import type { Collector } from "./collector.ts";
import { queryOf } from "./query.ts";
import { overflowFileQuery, overflowsQuery } from "./schemas/overflows.ts";
import { asServer } from "./server-calls.ts";

/** `GET /v1/overflows` */
export function overflows(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    c.header("Cache-Control", "no-store");
    return c.json(
      await listOverflows(collector.reading, {
        siteId,
        ...queryOf(c, overflowsQuery),
      }),
    );
  });
}

/** `GET /v1/overflows.csv` */
export function overflowCsv(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const all = await allOverflows(collector.reading, {
      siteId,
      ...queryOf(c, overflowFileQuery),
    });
    return c.body(csvOf(all), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="overflows.csv"',
      "Cache-Control": "no-store",
    });
  });
}
