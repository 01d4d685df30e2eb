import {
  selectFirstSite,
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
  /** Decrypted: never to be logged or answered. */
  signingKey: string;
  origins: string[];
  /** The origin where links land. */
  landing: string;
  consent: "granted" | "required";
}

export async function siteByPublicKey(
  reading: Reading,
  key: string,
): Promise<SiteRecord | null> {
  return record(reading, await selectSiteByPublicKey(reading.db, key));
}

export async function siteByApiKey(
  reading: Reading,
  key: string,
): Promise<SiteRecord | null> {
  return record(
    reading,
    await selectSiteByKeyHash(reading.db, hashSecret(key)),
  );
}

/** The site of the owner's pages, and of links whose code nobody has. */
export async function firstSite(reading: Reading): Promise<SiteRecord | null> {
  return record(reading, await selectFirstSite(reading.db));
}

function record(
  { vault }: Reading,
  row: Awaited<ReturnType<typeof selectFirstSite>>,
): SiteRecord | null {
  if (!row) return null;
  const origins = JSON.parse(row.origins) as string[];
  return {
    id: row.id,
    name: row.name,
    publicKey: row.public_key,
    signingKey: vault.decrypt(row.signing_key),
    origins,
    landing: origins[0] ?? "",
    consent: row.consent,
  };
}
