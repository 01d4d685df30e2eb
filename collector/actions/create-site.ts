import { conflict } from "../domain/conflict.ts";
import { DomainError } from "../domain/domain-error.ts";
import { isCurrency } from "../domain/money.ts";
import { defaultProgram } from "../domain/program.ts";
import { selectPrograms } from "../storage/queries/programs.ts";
import { selectSite, selectTestSiteOf } from "../storage/queries/sites.ts";
import { originList } from "./change-origins.ts";
import { siteName } from "./change-site.ts";
import { furnishSite, newSiteKeys, type SiteKeys } from "./furnish-site.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/** What a new site answers: its keys are shown this once. */
export interface NewSite {
  id: string;
  keys: SiteKeys;
}

/**
 * Adds a site with keys of its own and the programme that a new database has, in its currency and time zone.
 * Throws `invalid_field`.
 */
export async function createSite(
  work: Work,
  input: {
    name: string;
    origins: string[];
    consent: "granted" | "required";
    timeZone: string;
    currency: string;
    by: string;
  },
): Promise<NewSite> {
  const origins = originList(input.origins);
  const { timeZone, currency, consent, by } = input;
  if (!isCurrency(currency))
    wrong("currency", `an ISO 4217 currency such as "JPY"`, currency);
  if (!isTimeZone(timeZone))
    wrong("timeZone", `a time zone such as "Asia/Tokyo"`, timeZone);
  const program = defaultProgram(`${origins[0]}/`);
  const keys = newSiteKeys(work, false);
  const id = await furnishSite(work, {
    name: siteName(input.name),
    keys,
    origins,
    consent,
    programs: [
      {
        ...program,
        timeZone,
        currency,
        // Japan's rule is one about yen.
        legal:
          currency === "JPY"
            ? program.legal
            : { ...program.legal, jurisdiction: null },
      },
    ],
    testOf: null,
    by,
  });
  await noteAct(work, { siteId: id, by, action: "create_site", subject: id });
  return { id, keys };
}

/**
 * Makes a site for trying things out beside a site: its origins and rules, keys of its own, and no money that counts.
 * Throws `state_conflict` where there is one, or the site is itself one.
 */
export async function createTestSite(
  work: Work,
  { siteId, by }: { siteId: string; by: string },
): Promise<NewSite> {
  const { db } = work;
  const site = await selectSite(db, siteId);
  if (site.test === 1)
    throw conflict(
      "test_of_test",
      "This is a test site itself: make one of the site that it tries out.",
    );
  const known = await selectTestSiteOf(db, siteId);
  if (known)
    throw conflict(
      "test_site_exists",
      `The site has a test site, "${known.name}". Choose it, and reset it if need be.`,
    );
  const programs = await selectPrograms(db, siteId);
  const keys = newSiteKeys(work, true);
  const id = await furnishSite(work, {
    name: siteName(`${site.name.slice(0, maxRoom)} (test)`),
    keys,
    origins: JSON.parse(site.origins) as string[],
    consent: site.consent,
    programs: programs.map(({ program }) => program),
    testOf: siteId,
    by,
  });
  await noteAct(work, { siteId, by, action: "create_test_site", subject: id });
  await noteAct(work, { siteId: id, by, action: "create_site", subject: id });
  return { id, keys };
}

/** Of a name, where " (test)" comes behind it. */
const maxRoom = 90;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone !== "";
  } catch {
    return false;
  }
}

function wrong(path: string, what: string, came: string): never {
  const message = `Expected ${what} and got ${JSON.stringify(came.slice(0, 100))}.`;
  throw new DomainError("invalid_field", `${path}: ${message}`, [
    { path, message },
  ]);
}
