import type { Program } from "../domain/program.ts";
import { selectPrograms } from "../storage/queries/programs.ts";
import type { Reading } from "./work.ts";

export async function listPrograms(
  { db }: Reading,
  { siteId }: { siteId: string },
): Promise<Program[]> {
  return (await selectPrograms(db, siteId)).map(({ program }) => program);
}
