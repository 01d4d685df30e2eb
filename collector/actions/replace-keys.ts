import { conflict } from "../domain/conflict.ts";
import { DomainError } from "../domain/domain-error.ts";
import {
  deleteFormerKey,
  insertFormerKey,
  selectFormerKeys,
} from "../storage/queries/site-keys.ts";
import { selectSite, updateSite } from "../storage/queries/sites.ts";
import { newSiteKeys } from "./furnish-site.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

const hourMs = 60 * 60 * 1000;
/** Each is tried at every token that no newer one fits. */
const maxFormerKeys = 5;

/** How long the key before still holds; 0 ends it at once. */
export type OverlapHours = 0 | 24 | 168;

export interface KeyChange {
  siteId: string;
  by: string;
}

/** Makes another key for signing tokens. Those signed by the one before pass for a while yet. */
export async function replaceSigningKey(
  work: Work,
  { siteId, by, overlapHours }: KeyChange & { overlapHours: OverlapHours },
): Promise<{ key: string }> {
  const { db, vault } = work;
  const site = await selectSite(db, siteId);
  const key = newSiteKeys(work, site.test === 1).signing;
  if (overlapHours > 0)
    await keepFormer(work, {
      siteId,
      kind: "signing",
      value: site.signing_key,
      endsAt: work.now() + overlapHours * hourMs,
    });
  await updateSite(db, siteId, { signing_key: vault.encrypt(key) });
  await noteAct(work, {
    siteId,
    by,
    action: "replace_signing_key",
    subject: siteId,
  });
  return { key };
}

/** Makes another public key. The one before holds until it is ended by hand: it stands in pages that nobody changes all at once. */
export async function replacePublicKey(
  work: Work,
  { siteId, by }: KeyChange,
): Promise<{ key: string }> {
  const site = await selectSite(work.db, siteId);
  const key = newSiteKeys(work, site.test === 1).public;
  await keepFormer(work, {
    siteId,
    kind: "public",
    value: site.public_key,
    endsAt: null,
  });
  await updateSite(work.db, siteId, { public_key: key });
  await noteAct(work, {
    siteId,
    by,
    action: "replace_public_key",
    subject: key,
  });
  return { key };
}

/** Ends a former signing or public key at once. Throws `not_found`. */
export async function endFormerKey(
  work: Work,
  { siteId, by, id }: KeyChange & { id: string },
): Promise<void> {
  if (!(await deleteFormerKey(work.db, siteId, id)))
    throw new DomainError("not_found", "This key holds no more.");
  await noteAct(work, { siteId, by, action: "end_former_key", subject: id });
}

async function keepFormer(
  work: Work,
  key: {
    siteId: string;
    kind: "public" | "signing";
    value: string;
    endsAt: number | null;
  },
): Promise<void> {
  const now = work.now();
  const known = await selectFormerKeys(work.db, key.siteId, {
    kind: key.kind,
    now,
  });
  if (known.length >= maxFormerKeys)
    throw conflict(
      "former_keys_full",
      `${maxFormerKeys} former keys still hold. End those that nothing uses first.`,
    );
  await insertFormerKey(work.db, {
    id: work.newId("key"),
    site_id: key.siteId,
    kind: key.kind,
    value: key.value,
    replaced_at: now,
    ends_at: key.endsAt,
  });
}
