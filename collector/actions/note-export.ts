import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/** Remembers that a person's data was read, and by whom. */
export function noteExport(
  work: Work,
  { siteId, subject, by }: { siteId: string; subject: string; by: string },
): Promise<void> {
  return noteAct(work, { siteId, by, action: "export_person", subject });
}
