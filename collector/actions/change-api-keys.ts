import { conflict } from "../domain/conflict.ts";
import { DomainError } from "../domain/domain-error.ts";
import {
  insertApiKey,
  noteApiKeyHour,
  selectApiKeys,
  updateApiKey,
} from "../storage/queries/site-keys.ts";
import { selectSite } from "../storage/queries/sites.ts";
import { hashSecret } from "../storage/vault.ts";
import { endingOf, newSiteKeys } from "./furnish-site.ts";
import { noteAct } from "./note-act.ts";
import type { KeyChange, OverlapHours } from "./replace-keys.ts";
import type { Work } from "./work.ts";

const hourMs = 60 * 60 * 1000;
/** More than a shop has programs that call. */
const maxApiKeys = 50;

/** Makes an API key beside those there are. It is answered this once: only its hash is kept. */
export async function createApiKey(
  work: Work,
  { siteId, by, label }: KeyChange & { label: string },
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
  }: KeyChange & { id: string; overlapHours: OverlapHours },
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
  { siteId, by, id }: KeyChange & { id: string },
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

async function findApiKey(work: Work, siteId: string, id: string) {
  const keys = await selectApiKeys(work.db, siteId, work.now());
  const key = keys.find((one) => one.id === id);
  if (!key) throw new DomainError("not_found", "This API key holds no more.");
  return key;
}
