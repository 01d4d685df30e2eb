import { conflict } from "../domain/conflict.ts";
import { emptySite } from "../storage/queries/empty-site.ts";
import { selectHeldByTime } from "../storage/queries/rewards-due.ts";
import { selectSite } from "../storage/queries/sites.ts";
import { confirmDue } from "./confirm-due.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/**
 * Empties a test site: whoever and whatever came to it is gone. Its keys, origins, rules, endpoints, gift pools and
 * the log of changes stay; gift codes go back into their pools. Throws `state_conflict` for any other site.
 */
export async function resetTestSite(
  work: Work,
  { siteId, by }: { siteId: string; by: string },
): Promise<void> {
  await requireTest(work, siteId);
  await emptySite(work.db, siteId);
  await noteAct(work, {
    siteId,
    by,
    action: "reset_test_site",
    subject: siteId,
  });
}

/** So many at a time, that beacons do not wait. */
const batchSize = 200;

/** Confirms the rewards of a test site that wait for nothing but time. Throws `state_conflict` for any other site. */
export async function settleTestRewards(
  work: Work,
  { siteId, by }: { siteId: string; by: string },
): Promise<{ confirmed: number; more: boolean }> {
  await requireTest(work, siteId);
  const waiting = await selectHeldByTime(work.db, siteId, batchSize);
  let confirmed = 0;
  for (const reward of waiting)
    if (await confirmDue(work, reward, { actor: by, reason: "test" }))
      confirmed += 1;
  return { confirmed, more: waiting.length === batchSize };
}

async function requireTest({ db }: Work, siteId: string): Promise<void> {
  if ((await selectSite(db, siteId)).test === 1) return;
  throw conflict(
    "no_test_site",
    "Expected a test site: what came to any other site counts, and is kept.",
  );
}
