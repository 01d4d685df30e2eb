/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import { page } from "../page.ts";
import { AuditPage } from "./audit-page.tsx";

const filters = ["actor", "action", "subject", "cursor"];

/** What was done, by whom, when and why. */
export function ownerAudit({ read }: OwnerDeps): Hono<OwnerEnv> {
  const pages = new Hono<OwnerEnv>();

  pages.get("/audit", async (c) => {
    const query = Object.fromEntries(
      filters.flatMap((name) => {
        const value = c.req.query(name)?.trim().slice(0, 254);
        return value ? [[name, value]] : [];
      }),
    );
    const found = await read.audit({ siteId: c.var.site.id, ...query });
    return page(c, <AuditPage view={c.var.view} page={found} query={query} />);
  });

  return pages;
}
