import { conflict } from "../domain/conflict.ts";
import { DomainError } from "../domain/domain-error.ts";
import {
  deleteFormerKey,
  insertApiKey,
  insertFormerKey,
  noteApiKeyHour,
  selectApiKeys,
  selectFormerKeys,
  updateApiKey,
} from "../storage/queries/site-keys.ts";
import { selectSite, updateSite } from "../storage/queries/sites.ts";
import { hashSecret } from "../storage/vault.ts";
import { endingOf, newSiteKeys } from "./furnish-site.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

const hourMs = 60 * 60 * 1000;
/** More than a shop has programs that call. */
const maxApiKeys = 50;
/** Each is tried at every token that no newer one fits. */
const maxFormerKeys = 5;

/** How long the key before still holds; 0 ends it at once. */
export type OverlapHours = 0 | 24 | 168;

interface Asked {
  siteId: string;
  by: string;
}

/** Makes an API key beside those there are. It is answered this once: only its hash is kept. */
export async function createApiKey(
  work: Work,
  { siteId, by, label }: Asked & { label: string },
): Promise<{ key: string }> {
  const { test } = await selectSite(work.db, siteId);
  const known = await selectApiKeys(work.db, siteId, work.now());
  if (known.length >= maxApiKeys)
    throw conflict(
      "keys_full",
      `The site has ${maxApiKeys} API keys. End one that nothing uses first.`,
    );
  const { secret } = newSiteKeys(work, test === 1);
  const id = work.newId("key");
  await insertApiKey(work.db, {
    id,
    hash: hashSecret(secret),
    site_id: siteId,
    created_at: work.now(),
    label: label.trim().slice(0, 100),
    ending: endingOf(secret),
  });
  await noteAct(work, { siteId, by, action: "create_api_key", subject: id });
  return { key: secret };
}

/** Makes an API key in place of another, which holds for a while yet. Throws `not_found`. */
export async function replaceApiKey(
  work: Work,
  {
    siteId,
    by,
    id,
    overlapHours,
  }: Asked & { id: string; overlapHours: OverlapHours },
): Promise<{ key: string }> {
  const { label, ends_at } = await findApiKey(work, siteId, id);
  const made = await createApiKey(work, { siteId, by, label });
  const until = work.now() + overlapHours * hourMs;
  await updateApiKey(
    work.db,
    id,
    overlapHours === 0
      ? { revoked_at: work.now() }
      : { ends_at: Math.min(until, ends_at ?? until) },
  );
  await noteAct(work, { siteId, by, action: "replace_api_key", subject: id });
  return made;
}

/** Ends an API key at once. Throws `not_found`. */
export async function endApiKey(
  work: Work,
  { siteId, by, id }: Asked & { id: string },
): Promise<void> {
  await findApiKey(work, siteId, id);
  await updateApiKey(work.db, id, { revoked_at: work.now() });
  await noteAct(work, { siteId, by, action: "end_api_key", subject: id });
}

/** Notes that an API key was used, by the hour. */
export function noteKeyUse(
  work: Work,
  { key }: { key: string },
): Promise<void> {
  const hour = Math.floor(work.now() / hourMs) * hourMs;
  return noteApiKeyHour(work.db, hashSecret(key), hour);
}

/** Makes another key for signing tokens. Those signed by the one before pass for a while yet. */
export async function replaceSigningKey(
  work: Work,
  { siteId, by, overlapHours }: Asked & { overlapHours: OverlapHours },
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
  { siteId, by }: Asked,
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
  { siteId, by, id }: Asked & { id: string },
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

async function findApiKey(work: Work, siteId: string, id: string) {
  const keys = await selectApiKeys(work.db, siteId, work.now());
  const key = keys.find((one) => one.id === id);
  if (!key) throw new DomainError("not_found", "This API key holds no more.");
  return key;
}
