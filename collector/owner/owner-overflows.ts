import { Hono } from "hono";
import { overflowCsv } from "../actions/overflow-csv.ts";
import type { OwnerDeps } from "./owner-deps.ts";
import type { OwnerEnv } from "./owner-env.ts";

/** Every raffle entry and perk as a file, for whoever draws or hands out. */
export function ownerOverflows({ read }: OwnerDeps): Hono<OwnerEnv> {
  return new Hono<OwnerEnv>().get("/rewards/overflows.csv", async (c) =>
    c.body(
      overflowCsv(await read.allOverflows({ siteId: c.var.site.id })),
      200,
      {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="overflows.csv"',
      },
    ),
  );
}
