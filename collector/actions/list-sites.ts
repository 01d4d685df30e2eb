import { selectSites, selectTestSiteOf } from "../storage/queries/sites.ts";
import type { Reading } from "./work.ts";

/** A site, as the owner's list shows it. */
export interface ListedSite {
  id: string;
  name: string;
  origins: string[];
  consent: "granted" | "required";
  test: boolean;
  closed: boolean;
}

/** Sites, the oldest first; `more` where there are further ones. */
export async function listSites(
  { db }: Reading,
  by: {
    query?: string | undefined;
    /** Leaves out those that are closed. */
    isOpen?: boolean;
    offset?: number;
    limit: number;
  },
): Promise<{ items: ListedSite[]; more: boolean }> {
  const rows = await selectSites(db, {
    query: by.query?.trim() || null,
    isOpen: by.isOpen ?? false,
    offset: by.offset ?? 0,
    limit: by.limit + 1,
  });
  return {
    items: rows.slice(0, by.limit).map((row) => ({
      id: row.id,
      name: row.name,
      origins: JSON.parse(row.origins) as string[],
      consent: row.consent,
      test: row.test === 1,
      closed: row.closed_at !== null,
    })),
    more: rows.length > by.limit,
  };
}

/** The trial of a site, or `null`. */
export async function readTestSite(
  { db }: Reading,
  { siteId }: { siteId: string },
): Promise<{ id: string; name: string } | null> {
  const row = await selectTestSiteOf(db, siteId);
  return row ? { id: row.id, name: row.name } : null;
}
