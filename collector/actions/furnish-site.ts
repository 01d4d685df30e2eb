import { localPatterns } from "../domain/local-pattern.ts";
import type { Program } from "../domain/program.ts";
import { insertProgramVersion } from "../storage/queries/programs.ts";
import { insertApiKey } from "../storage/queries/site-keys.ts";
import { replaceAllowedOrigins } from "../storage/queries/site-origins.ts";
import { insertSite } from "../storage/queries/sites.ts";
import { hashSecret } from "../storage/vault.ts";
import type { Work } from "./work.ts";

/** The keys of a site; the API key is not kept, only its hash. */
export interface SiteKeys {
  public: string;
  secret: string;
  signing: string;
}

/** Stores a new site with its keys and the first version of its programmes. Answers its id. */
export async function furnishSite(
  work: Work,
  site: {
    name: string;
    keys: SiteKeys;
    origins: string[];
    consent: "granted" | "required";
    programs: Program[];
    /** The site that it is a trial of, or `null`. */
    testOf: string | null;
    by: string;
  },
): Promise<string> {
  const { db, vault } = work;
  const { keys, origins, testOf } = site;
  const id = work.newId("site");
  const created_at = work.now();
  await insertSite(db, {
    id,
    name: site.name,
    public_key: keys.public,
    signing_key: vault.encrypt(keys.signing),
    origins: JSON.stringify(origins),
    consent: site.consent,
    created_at,
    test: testOf === null ? 0 : 1,
    test_of: testOf,
  });
  await replaceAllowedOrigins(
    db,
    id,
    testOf === null ? origins : [...origins, ...localPatterns],
  );
  await insertApiKey(db, {
    id: work.newId("key"),
    hash: hashSecret(keys.secret),
    site_id: id,
    created_at,
    label: "",
    ending: endingOf(keys.secret),
  });
  for (const program of site.programs)
    await insertProgramVersion(db, {
      site_id: id,
      version: 1,
      program,
      created_at,
      created_by: site.by,
    });
  return id;
}

/** What is kept of a key to recognise it by; nothing of one so short that it would be given away. */
export function endingOf(key: string): string | null {
  return key.length >= 20 ? key.slice(-4) : null;
}

/** Keys that nobody can guess; those of a trial can be told by their looks. */
export function newSiteKeys(
  { newSecret }: Pick<Work, "newSecret">,
  isTest: boolean,
): SiteKeys {
  const mark = isTest ? "test_" : "";
  return {
    public: `pk_${mark}${newSecret().slice(0, 22)}`,
    secret: `sk_${mark}${newSecret()}`,
    signing: `sig_${mark}${newSecret()}`,
  };
}
