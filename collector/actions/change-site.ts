import { DomainError } from "../domain/domain-error.ts";
import { selectSite, updateSite } from "../storage/queries/sites.ts";
import { noteAct } from "./note-act.ts";
import type { Work } from "./work.ts";

/** Gives a site another name, or another setting for pages that say nothing of consent. Throws `invalid_field`. */
export async function changeSite(
  work: Work,
  input: {
    siteId: string;
    name?: string;
    consent?: "granted" | "required";
    by: string;
  },
): Promise<void> {
  const { siteId, by } = input;
  const site = await selectSite(work.db, siteId);
  const name = input.name === undefined ? site.name : siteName(input.name);
  const consent = input.consent ?? site.consent;
  if (name !== site.name) {
    await updateSite(work.db, siteId, { name });
    await noteAct(work, { siteId, by, action: "rename_site", subject: name });
  }
  if (consent !== site.consent) {
    await updateSite(work.db, siteId, { consent });
    await noteAct(work, {
      siteId,
      by,
      action: "change_consent",
      subject: consent,
    });
  }
}

/** A site's name without blanks around it. Throws `invalid_field` for none, and for one that is too long. */
export function siteName(typed: string): string {
  const name = typed.trim();
  if (name.length >= 1 && name.length <= 100) return name;
  const message = `Expected a name of 1 to 100 characters and got ${name.length}.`;
  throw new DomainError(
    "invalid_field",
    `name: ${message}`,
    [{ path: "name", message }],
    "name_length",
  );
}
