import { conflict } from "../domain/conflict.ts";
import { DomainError } from "../domain/domain-error.ts";
import type { Program } from "../domain/program.ts";
import {
  insertProgramVersion,
  selectProgram,
} from "../storage/queries/programs.ts";
import { hasRewards } from "../storage/queries/promised-so-far.ts";
import { selectSite } from "../storage/queries/sites.ts";
import { noteAct } from "./note-act.ts";
import { readProgramWarnings } from "./read-program-warnings.ts";
import type { Work } from "./work.ts";

/**
 * Publishes rules as a new version; the same rules again make none. What was promised under older ones stays.
 * Throws `invalid_field` for a landing page outside the site, `state_conflict` for another currency where there are rewards,
 * and for a closed site.
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
    throw conflict(
      "program_newer",
      `Expected the programme "${program.id}" to be at version ${basedOn}, and it is at ${last}. Look at what changed, and publish again.`,
    );
  if (JSON.stringify(known?.program) !== JSON.stringify(program)) {
    await requirePlace(work, siteId, program);
    if (known && known.program.currency !== program.currency)
      await requireNoRewards(work, siteId, known.program);
    const version = last + 1;
    await insertProgramVersion(db, {
      site_id: siteId,
      version,
      program,
      created_at: work.now(),
      created_by: by,
    });
    await noteAct(work, {
      siteId,
      by,
      action: "put_program",
      subject: `${program.id} version ${version}`,
    });
  }
  const warnings = await readProgramWarnings(work, { siteId, program });
  return { program, warnings };
}

/** A link that lands elsewhere brings nobody to the shop: the tracker is not there. On a closed site nothing begins. */
async function requirePlace(
  { db }: Work,
  siteId: string,
  { landingUrl, state }: Program,
): Promise<void> {
  const { origins, closed_at } = await selectSite(db, siteId);
  if (closed_at !== null && state !== "ended")
    throw conflict(
      "site_closed",
      "This site is closed: its programmes have ended. Open the site again first, under its settings.",
    );
  const allowed = JSON.parse(origins) as string[];
  if (allowed.includes(new URL(landingUrl).origin)) return;
  refuse(
    "invalid_field",
    "landingUrl",
    `Expected a page on one of the site's origins, ${allowed.join(", ")}. Choose one, or add the origin to the site first.`,
  );
}

/** Budgets, limits and totals are kept in one currency. */
async function requireNoRewards(
  { db }: Work,
  siteId: string,
  { id, currency }: Program,
): Promise<void> {
  if (!(await hasRewards(db, siteId, id))) return;
  refuse(
    "state_conflict",
    "currency",
    `The programme "${id}" has rewards in ${currency}: it keeps its currency. Make a new programme for another one, and end this one.`,
  );
}

function refuse(
  code: "invalid_field" | "state_conflict",
  path: string,
  message: string,
): never {
  throw new DomainError(
    code,
    `${path}: ${message}`,
    [{ path, message }],
    code === "state_conflict" ? "program_has_rewards" : "landing_outside",
  );
}
