import { sql } from "kysely";
import type { Program } from "../../domain/program.ts";
import { compiledOnce } from "../compiled-once.ts";
import type { Database } from "../storage.ts";

export interface VersionedProgram {
  version: number;
  createdAt: number;
  createdBy: string;
  program: Program;
}

interface VersionRow {
  version: number;
  rules: string;
  created_at: number;
  created_by: string;
}

/** Parsed rules by their text: a programme changes rarely and is read for every order. */
const parsed = new Map<string, Program>();

function parse(rules: string): Program {
  let program = parsed.get(rules);
  if (!program) {
    program = JSON.parse(rules) as Program;
    if (parsed.size > 200) parsed.clear();
    parsed.set(rules, program);
  }
  return program;
}

function versions(db: Database, siteId: string, programId: string) {
  return db
    .selectFrom("program_versions")
    .select(["version", "rules", "created_at", "created_by"])
    .where("site_id", "=", siteId)
    .where("program_id", "=", programId);
}

function versioned(row: VersionRow): VersionedProgram {
  return {
    version: row.version,
    createdAt: row.created_at,
    createdBy: row.created_by,
    program: parse(row.rules),
  };
}

// Asked for at every order: in force now, in force then, and the first of all.
const latestQuery = compiledOnce<VersionRow>((db) =>
  versions(db, "", "").orderBy("version", "desc").limit(sql.lit(1)),
);
const latestUntilQuery = compiledOnce<VersionRow>((db) =>
  versions(db, "", "")
    .where("created_at", "<=", 0)
    .orderBy("version", "desc")
    .limit(sql.lit(1)),
);
const firstQuery = compiledOnce<VersionRow>((db) =>
  versions(db, "", "").orderBy("version").limit(sql.lit(1)),
);

/** The rules in force now. */
export async function selectProgram(
  db: Database,
  siteId: string,
  programId: string,
): Promise<VersionedProgram | null> {
  const [row] = (await latestQuery(db, [siteId, programId])).rows;
  return row ? versioned(row) : null;
}

/** The rules in force at an instant; the first version for one before it. */
export async function selectProgramAt(
  db: Database,
  siteId: string,
  programId: string,
  at: number,
): Promise<VersionedProgram | null> {
  const then = await latestUntilQuery(db, [siteId, programId, at]);
  const [row] = then.rows.length
    ? then.rows
    : (await firstQuery(db, [siteId, programId])).rows;
  return row ? versioned(row) : null;
}

export async function selectProgramVersion(
  db: Database,
  siteId: string,
  programId: string,
  version: number,
): Promise<VersionedProgram | null> {
  const row = await versions(db, siteId, programId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row ? versioned(row) : null;
}

/** A page of a programme's versions, newest first. */
export async function selectProgramVersions(
  db: Database,
  siteId: string,
  programId: string,
  by: { before: number | null; limit: number },
): Promise<VersionedProgram[]> {
  let found = versions(db, siteId, programId)
    .orderBy("version", "desc")
    .limit(by.limit);
  if (by.before !== null) found = found.where("version", "<", by.before);
  return (await found.execute()).map(versioned);
}

/** All that a programme has ever promised, newest first. */
export async function selectProgramHistory(
  db: Database,
  siteId: string,
  programId: string,
): Promise<Program[]> {
  const rows = await versions(db, siteId, programId)
    .orderBy("version", "desc")
    .execute();
  return rows.map((row) => JSON.parse(row.rules) as Program);
}

/** The present version of every programme of a site, oldest first. */
export async function selectPrograms(
  db: Database,
  siteId: string,
): Promise<VersionedProgram[]> {
  const rows = await db
    .selectFrom("program_versions")
    .select(["program_id", "version", "rules", "created_at", "created_by"])
    .where("site_id", "=", siteId)
    .orderBy("program_id")
    .orderBy("version", "desc")
    .execute();
  const newest = new Map<string, (typeof rows)[number]>();
  for (const row of rows)
    if (!newest.has(row.program_id)) newest.set(row.program_id, row);
  return [...newest.values()].map(versioned);
}

export async function insertProgramVersion(
  db: Database,
  row: {
    site_id: string;
    version: number;
    program: Program;
    created_at: number;
    created_by: string;
  },
): Promise<void> {
  const { program, ...columns } = row;
  await db
    .insertInto("program_versions")
    .values({
      ...columns,
      program_id: program.id,
      rules: JSON.stringify(program),
    })
    .execute();
}
