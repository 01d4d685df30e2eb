import { selectPrograms } from "../storage/queries/programs.ts";
import { selectSite, updateSite } from "../storage/queries/sites.ts";
import { noteAct } from "./note-act.ts";
import { putProgram } from "./put-program.ts";
import type { Work } from "./work.ts";

/**
 * Closes a site that is no longer used: its programmes end, its keys are refused, and its links count nothing. What came
 * to it is kept, and what waits goes on as it was promised. Doing it twice changes nothing.
 */
export async function closeSite(
  work: Work,
  { siteId, by }: { siteId: string; by: string },
): Promise<void> {
  const { db } = work;
  if ((await selectSite(db, siteId)).closed_at !== null) return;
  for (const { program } of await selectPrograms(db, siteId))
    if (program.state !== "ended")
      await putProgram(work, {
        siteId,
        program: { ...program, state: "ended" },
        by,
      });
  await updateSite(db, siteId, { closed_at: work.now() });
  await noteAct(work, { siteId, by, action: "close_site", subject: siteId });
}

/** Opens a closed site again: its keys and links hold as before. Its programmes stay ended until their rules say otherwise. */
export async function reopenSite(
  work: Work,
  { siteId, by }: { siteId: string; by: string },
): Promise<void> {
  const { db } = work;
  if ((await selectSite(db, siteId)).closed_at === null) return;
  await updateSite(db, siteId, { closed_at: null });
  await noteAct(work, { siteId, by, action: "reopen_site", subject: siteId });
}
