import {
  isKnownOrigin,
  type SiteRecord,
  siteByApiKey,
  siteByPublicKey,
} from "../actions/read-site.ts";
import type { Reading } from "../actions/work.ts";
import { remember } from "./remember.ts";

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
  const fresh = { freshMs, now: reading.now };
  // Only origins that are known are remembered, so that made-up ones cannot fill the memory.
  const known = remember(
    async (origin) => ((await isKnownOrigin(reading, origin)) ? true : null),
    fresh,
  );
  return {
    byPublicKey: remember((key) => siteByPublicKey(reading, key), fresh),
    byApiKey: remember((key) => siteByApiKey(reading, key), fresh),
    async isKnownOrigin(origin) {
      if (origin === ownOrigin) return true;
      return (await known(origin)) ?? false;
    },
  };
}
