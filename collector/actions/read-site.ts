import { localPattern } from "../domain/local-pattern.ts";
import { selectFormerKeys } from "../storage/queries/site-keys.ts";
import { isAllowedAnywhere } from "../storage/queries/site-origins.ts";
import {
  selectFirstSite,
  selectSiteById,
  selectSiteByKeyHash,
  selectSiteByPublicKey,
} from "../storage/queries/sites.ts";
import { hashSecret } from "../storage/vault.ts";
import type { Reading } from "./work.ts";

/** A site as the collector needs it for every call. */
export interface SiteRecord {
  id: string;
  name: string;
  publicKey: string;
  /** Decrypted, the present one first, then those that still hold: never to be logged or answered. */
  signingKeys: string[];
  origins: string[];
  /** The origin where links land. */
  landing: string;
  consent: "granted" | "required";
  /** For trying things out: no money counts. */
  test: boolean;
  /** No longer used: nothing is recorded for it. */
  closed: boolean;
}

export async function siteByPublicKey(
  reading: Reading,
  key: string,
): Promise<SiteRecord | null> {
  return record(
    reading,
    await selectSiteByPublicKey(reading.db, key, reading.now()),
  );
}

export async function siteByApiKey(
  reading: Reading,
  key: string,
): Promise<SiteRecord | null> {
  return record(
    reading,
    await selectSiteByKeyHash(reading.db, hashSecret(key), reading.now()),
  );
}

/** The site of links whose code nobody has. */
export async function firstSite(reading: Reading): Promise<SiteRecord | null> {
  return record(reading, await selectFirstSite(reading.db));
}

/** The site that the owner has chosen to look at, or the first. */
export async function chosenSite(
  reading: Reading,
  { id }: { id: string | null },
): Promise<SiteRecord | null> {
  const row = id === null ? undefined : await selectSiteById(reading.db, id);
  return row ? record(reading, row) : firstSite(reading);
}

/** Whether a page on this origin may use the site: one of its own, or, for a trial, whatever runs on the developer's machine. */
export function isSiteOrigin(
  { origins, test }: Pick<SiteRecord, "origins" | "test">,
  origin: string,
): boolean {
  return origins.includes(origin) || (test && localPattern(origin) !== null);
}

/** Whether any site may be used on this origin: one look-up by an index, however many sites there are. */
export function isKnownOrigin(
  { db }: Reading,
  origin: string,
): Promise<boolean> {
  const pattern = localPattern(origin);
  return isAllowedAnywhere(db, pattern ? [origin, pattern] : [origin]);
}

async function record(
  { db, vault, now }: Reading,
  row: Awaited<ReturnType<typeof selectFirstSite>>,
): Promise<SiteRecord | null> {
  if (!row) return null;
  const origins = JSON.parse(row.origins) as string[];
  const former = await selectFormerKeys(db, row.id, {
    kind: "signing",
    now: now(),
  });
  return {
    id: row.id,
    name: row.name,
    publicKey: row.public_key,
    signingKeys: [row.signing_key, ...former.map(({ value }) => value)].map(
      (sealed) => vault.decrypt(sealed),
    ),
    origins,
    landing: origins[0] ?? "",
    consent: row.consent,
    test: row.test === 1,
    closed: row.closed_at !== null,
  };
}
