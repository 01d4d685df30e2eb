import {
  selectProgram,
  selectProgramAt,
  type VersionedProgram,
} from "../storage/queries/programs.ts";
import { askedOnce } from "./asked-once.ts";
import type { Reading } from "./work.ts";

/** A programme's rules in force now. */
export function rulesNow(
  reading: Reading,
  siteId: string,
  programId: string,
): Promise<VersionedProgram | null> {
  return askedOnce(reading, `program ${siteId} ${programId}`, () =>
    selectProgram(reading.db, siteId, programId),
  );
}

/** A programme's rules in force at an instant; the first version for one before it. Mostly they are today's. */
export async function rulesAt(
  reading: Reading,
  siteId: string,
  programId: string,
  at: number,
): Promise<VersionedProgram | null> {
  const now = await rulesNow(reading, siteId, programId);
  return now && now.createdAt > at
    ? selectProgramAt(reading.db, siteId, programId, at)
    : now;
}
