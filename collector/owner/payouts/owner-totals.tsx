/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
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
    const thisYear = new Date(wallClock(now(), view.timeZone)).getUTCFullYear();
    const asked = c.req.query("year") ?? "";
    const year = /^2[01]\d\d$/.test(asked) ? Number(asked) : thisYear;
    const cursor = c.req.query("cursor")?.slice(0, 100);
    const totals = await read.payoutTotals({ siteId: site.id, year, cursor });
    return page(
      c,
      <TotalsPage view={view} totals={totals} year={year} cursor={cursor} />,
    );
  });

  return pages;
}
