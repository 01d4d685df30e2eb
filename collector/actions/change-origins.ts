import { conflict } from "../domain/conflict.ts";
import { DomainError } from "../domain/domain-error.ts";
import { localPatterns } from "../domain/local-pattern.ts";
import { originOf } from "../domain/origin-of.ts";
import { selectPrograms } from "../storage/queries/programs.ts";
import { replaceAllowedOrigins } from "../storage/queries/site-origins.ts";
import { selectSite, updateSite } from "../storage/queries/sites.ts";
import { noteAct } from "./note-act.ts";
import { putProgram } from "./put-program.ts";
import type { Work } from "./work.ts";

/** More than any shop has; each is compared with every call. */
const maxOrigins = 50;

/**
 * Says anew on which origins a site may be used; on the first of them links land. Programmes that
 * landed on the root of the old first origin move along, each as a new version.
 * Throws `invalid_field` for what is no origin, `state_conflict` where a programme's landing page would be left outside.
 */
export async function changeOrigins(
  work: Work,
  input: { siteId: string; origins: string[]; by: string },
): Promise<{ origins: string[] }> {
  const { db } = work;
  const { siteId, by } = input;
  const origins = originList(input.origins);
  const site = await selectSite(db, siteId);
  const before = JSON.parse(site.origins) as string[];
  if (JSON.stringify(before) === JSON.stringify(origins)) return { origins };
  const [from = "", to = ""] = [before[0], origins[0]];
  const programs = (await selectPrograms(db, siteId)).map(
    ({ program }) => program,
  );
  const moving = programs.filter(({ landingUrl }) => isRoot(landingUrl, from));
  const left = programs.find(
    (program) =>
      !moving.includes(program) &&
      isOutside(program.landingUrl, before, origins),
  );
  if (left)
    throw conflict(
      "landing_outside",
      `Expected to keep the origin of ${left.landingUrl}, where links of the programme "${left.id}" land. Give that programme another landing page first.`,
    );
  await updateSite(db, siteId, {
    origins: JSON.stringify(origins),
    // A site that nobody named is called by where it is.
    ...(site.name === hostOf(from) ? { name: hostOf(to) } : {}),
  });
  await replaceAllowedOrigins(
    db,
    siteId,
    site.test === 1 ? [...origins, ...localPatterns] : origins,
  );
  if (from !== to)
    for (const program of moving)
      await putProgram(work, {
        siteId,
        program: { ...program, landingUrl: `${to}/` },
        by,
      });
  await noteAct(work, {
    siteId,
    by,
    action: "change_origins",
    subject: origins.join(" "),
  });
  return { origins };
}

/** Origins as browsers write them, each once. Throws `invalid_field` for what is none, and for none or too many of them. */
export function originList(typed: string[]): string[] {
  const errors = typed.flatMap((one, at) =>
    originOf(one) === null
      ? [
          {
            path: `origins[${at}]`,
            message: `Expected an origin without a path, such as "https://shop.example", and got ${JSON.stringify(one.slice(0, 100))}.`,
          },
        ]
      : [],
  );
  const origins = [...new Set(typed.flatMap((one) => originOf(one) ?? []))];
  if (!errors.length && (!origins.length || origins.length > maxOrigins))
    errors.push({
      path: "origins",
      message: `Expected 1 to ${maxOrigins} origins and got ${origins.length}.`,
    });
  const [first] = errors;
  if (first)
    throw new DomainError(
      "invalid_field",
      `${first.path}: ${first.message}`,
      errors,
    );
  return origins;
}

function isRoot(landingUrl: string, origin: string): boolean {
  return landingUrl === origin || landingUrl === `${origin}/`;
}

function isOutside(
  landingUrl: string,
  before: string[],
  origins: string[],
): boolean {
  const { origin } = new URL(landingUrl);
  return before.includes(origin) && !origins.includes(origin);
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : "";
}
