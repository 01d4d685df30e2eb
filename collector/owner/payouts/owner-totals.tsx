/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { totalsCsv } from "../../actions/totals-csv.ts";
import { wallClock } from "../../domain/calendar-window.ts";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { TotalsPage } from "./totals-page.tsx";

/** What everybody got in a year. */
export function ownerTotals({ read, now }: OwnerDeps): Hono<OwnerEnv> {
  const pages = new Hono<OwnerEnv>();

  pages.get("/payouts/totals", async (c) => {
    const { site, view } = c.var;
    const year = yearOf(c);
    const cursor = c.req.query("cursor")?.slice(0, 100);
    const totals = await read.payoutTotals({ siteId: site.id, year, cursor });
    return page(
      c,
      <TotalsPage view={view} totals={totals} year={year} cursor={cursor} />,
    );
  });

  pages.get("/payouts/totals.csv", async (c) => {
    const year = yearOf(c);
    const totals = await read.allTotals({ siteId: c.var.site.id, year });
    return c.body(totalsCsv(year, totals), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="totals-${year}.csv"`,
      "Cache-Control": "no-store",
    });
  });

  function yearOf(c: Context<OwnerEnv>): number {
    const { timeZone } = c.var.view;
    const thisYear = new Date(wallClock(now(), timeZone)).getUTCFullYear();
    const asked = c.req.query("year") ?? "";
    return /^2[01]\d\d$/.test(asked) ? Number(asked) : thisYear;
  }

  return pages;
}
