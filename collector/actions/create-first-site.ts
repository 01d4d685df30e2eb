import { defaultProgram } from "../domain/program.ts";
import { insertProgramVersion } from "../storage/queries/programs.ts";
import {
  insertApiKey,
  insertSite,
  selectFirstSite,
} from "../storage/queries/sites.ts";
import { hashSecret } from "../storage/vault.ts";
import type { Work } from "./work.ts";

/** Furnishes an empty database with its first site and programme; does nothing where there is one. */
export async function createFirstSite(
  work: Work,
  first: {
    publicKey: string;
    secretKey: string;
    signingKey: string;
    origins: string[];
    consent: "granted" | "required";
  },
): Promise<{ created: boolean }> {
  const { db, vault } = work;
  if (await selectFirstSite(db)) return { created: false };
  const id = work.newId("site");
  const now = work.now();
  const landing = first.origins[0] ?? work.publicUrl;
  await insertSite(db, {
    id,
    name: new URL(landing).host,
    public_key: first.publicKey,
    signing_key: vault.encrypt(first.signingKey),
    origins: JSON.stringify(first.origins),
    consent: first.consent,
    created_at: now,
  });
  await insertApiKey(db, {
    hash: hashSecret(first.secretKey),
    site_id: id,
    created_at: now,
  });
  await insertProgramVersion(db, {
    site_id: id,
    version: 1,
    program: defaultProgram(`${landing}/`),
    created_at: now,
    created_by: "collector",
  });
  return { created: true };
}
