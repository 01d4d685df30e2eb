import {
  firstSite,
  type SiteRecord,
  siteByApiKey,
  siteByPublicKey,
} from "../actions/read-site.ts";
import type { Reading } from "../actions/work.ts";

/** How long a change of a site's keys or origins may take to be felt. */
const freshMs = 5_000;

/** The sites, as every call needs them, remembered for a few seconds. */
export interface Sites {
  byPublicKey(key: string): Promise<SiteRecord | null>;
  byApiKey(key: string): Promise<SiteRecord | null>;
  /** Whether a page on this origin may read our answers: some site is used on it, or it is our own. */
  isKnownOrigin(origin: string): Promise<boolean>;
}

export function rememberedSites(reading: Reading, ownOrigin: string): Sites {
  const byPublicKey = remember(reading, siteByPublicKey);
  const byApiKey = remember(reading, siteByApiKey);
  const first = remember(reading, firstSite);
  return {
    byPublicKey,
    byApiKey,
    async isKnownOrigin(origin) {
      if (origin === ownOrigin) return true;
      return (await first(""))?.origins.includes(origin) ?? false;
    },
  };
}

/** Only what is found is remembered, so that made-up keys cannot fill the memory. */
function remember(
  reading: Reading,
  read: (reading: Reading, key: string) => Promise<SiteRecord | null>,
): (key: string) => Promise<SiteRecord | null> {
  const known = new Map<string, { site: SiteRecord; until: number }>();
  return async (key) => {
    const found = known.get(key);
    if (found && reading.now() < found.until) return found.site;
    const site = await read(reading, key);
    if (site) known.set(key, { site, until: reading.now() + freshMs });
    else known.delete(key);
    return site;
  };
}
