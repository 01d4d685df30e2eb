import {
  selectApiKeys,
  selectFormerKeys,
} from "../storage/queries/site-keys.ts";
import { selectSite } from "../storage/queries/sites.ts";
import type { Reading } from "./work.ts";

/** A key that another has replaced. */
export interface FormerKey {
  id: string;
  replacedAt: number;
  /** `null`: until it is ended by hand. */
  endsAt: number | null;
}

export interface ListedApiKey {
  id: string;
  label: string;
  /** Its last symbols, where they are known. */
  ending: string | null;
  createdAt: number;
  endsAt: number | null;
  /** The hour of its last use. */
  usedAt: number | null;
}

/** The keys of a site that hold; of the secret ones only what they can be told by. */
export interface SiteKeysAnswer {
  publicKey: string;
  formerPublic: (FormerKey & { key: string })[];
  formerSigning: FormerKey[];
  api: ListedApiKey[];
}

export async function listKeys(
  reading: Reading,
  { siteId }: { siteId: string },
): Promise<SiteKeysAnswer> {
  const { db } = reading;
  const now = reading.now();
  const { public_key } = await selectSite(db, siteId);
  const former = async (kind: "public" | "signing") =>
    (await selectFormerKeys(db, siteId, { kind, now })).map((row) => ({
      id: row.id,
      key: row.value,
      replacedAt: row.replaced_at,
      endsAt: row.ends_at,
    }));
  return {
    publicKey: public_key,
    formerPublic: await former("public"),
    formerSigning: (await former("signing")).map(({ key: _, ...rest }) => rest),
    api: (await selectApiKeys(db, siteId, now)).map((row) => ({
      id: row.id,
      label: row.label,
      ending: row.ending,
      createdAt: row.created_at,
      endsAt: row.ends_at,
      usedAt: row.used_at,
    })),
  };
}
