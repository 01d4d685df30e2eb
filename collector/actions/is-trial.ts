import { isTestSite } from "../storage/queries/sites.ts";
import { askedOnce } from "./asked-once.ts";
import type { Work } from "./work.ts";

/**
 * Whether this is a site for trying things out. There one person may play both sides, nobody is an existing customer
 * unless the shop's server says so, and suspicion is noted but holds nothing back: no money counts.
 */
export function isTrial(work: Work, siteId: string): Promise<boolean> {
  return askedOnce(work, `trial ${siteId}`, () => isTestSite(work.db, siteId));
}
