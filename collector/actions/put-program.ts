import { DomainError } from "../domain/domain-error.ts";
import type { Program } from "../domain/program.ts";
import { programWarnings } from "../domain/program-warnings.ts";
import { insertAudit } from "../storage/queries/audit.ts";
import {
  insertProgramVersion,
  selectProgram,
} from "../storage/queries/programs.ts";
import type { Work } from "./work.ts";

/**
 * Publishes rules as a new version; the same rules again make none. What was promised under older ones stays.
 *
 * @param basedOn the version that whoever publishes has seen, 0 for none: throws `state_conflict` where it is not the last
 */
export async function putProgram(
  work: Work,
  {
    siteId,
    program,
    by,
    basedOn,
  }: { siteId: string; program: Program; by: string; basedOn?: number },
): Promise<{
  program: Program;
  warnings: { code: string; message: string }[];
}> {
  const { db } = work;
  const known = await selectProgram(db, siteId, program.id);
  const last = known?.version ?? 0;
  if (basedOn !== undefined && basedOn !== last)
    throw new DomainError(
      "state_conflict",
      `Expected the programme "${program.id}" to be at version ${basedOn}, and it is at ${last}. Look at what changed, and publish again.`,
    );
  if (JSON.stringify(known?.program) !== JSON.stringify(program)) {
    const version = last + 1;
    await insertProgramVersion(db, {
      site_id: siteId,
      version,
      program,
      created_at: work.now(),
      created_by: by,
    });
    await insertAudit(db, {
      id: work.newId("aud"),
      site_id: siteId,
      at: work.now(),
      actor: by,
      action: "put_program",
      subject: `${program.id} version ${version}`,
      reason: null,
    });
  }
  return { program, warnings: programWarnings(program) };
}
