import type { Program } from "../domain/program.ts";
import {
  selectProgram,
  selectProgramVersion,
  selectProgramVersions,
  type VersionedProgram,
} from "../storage/queries/programs.ts";
import { defaultPageSize, type Page } from "./page.ts";
import type { Reading } from "./work.ts";

/** A published state of a programme; never edited. */
export interface ProgramVersionAnswer {
  version: number;
  createdAt: number;
  createdBy: string;
  program: Program;
}

/** A programme's versions, newest first. */
export async function listProgramVersions(
  { db }: Reading,
  by: {
    siteId: string;
    program: string;
    cursor?: string | undefined;
    limit?: number | undefined;
  },
): Promise<Page<ProgramVersionAnswer>> {
  const limit = by.limit ?? defaultPageSize;
  const before = by.cursor === undefined ? null : Number(by.cursor) || 0;
  const found = await selectProgramVersions(db, by.siteId, by.program, {
    before,
    limit: limit + 1,
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(answer),
    next: found.length > limit && last ? String(last.version) : null,
  };
}

/** One version, by default the one in force. */
export async function readProgramVersion(
  { db }: Reading,
  by: { siteId: string; program: string; version?: number | undefined },
): Promise<ProgramVersionAnswer | null> {
  const { siteId, program, version } = by;
  const found =
    version === undefined
      ? await selectProgram(db, siteId, program)
      : await selectProgramVersion(db, siteId, program, version);
  return found && answer(found);
}

function answer(found: VersionedProgram): ProgramVersionAnswer {
  const { version, createdAt, createdBy, program } = found;
  return { version, createdAt, createdBy, program };
}
