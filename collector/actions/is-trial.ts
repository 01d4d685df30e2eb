import { isTestSite } from "../storage/queries/sites.ts";
import type { Work } from "./work.ts";

/** The writer makes one `Work` for each command: so it is asked for once a command. */
const asked = new WeakMap<Work, Map<string, Promise<boolean>>>();

/**
 * Whether this is a site for trying things out. There one person may play both sides, nobody is an existing customer
 * unless the shop's server says so, and suspicion is noted but holds nothing back: no money counts.
 */
export function isTrial(work: Work, siteId: string): Promise<boolean> {
  const known = asked.get(work) ?? new Map<string, Promise<boolean>>();
  asked.set(work, known);
  let answer = known.get(siteId);
  if (!answer) {
    answer = isTestSite(work.db, siteId);
    known.set(siteId, answer);
  }
  return answer;
}
