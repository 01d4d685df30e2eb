import { selectInstallation } from "../storage/queries/installation.ts";
import { countKnownCustomers } from "../storage/queries/known-customers.ts";
import { readNewnessUnknown } from "./existing-customers-unknown.ts";
import type { Reading } from "./work.ts";

/** What has come to a site, as far as it shows whether the installation is whole. */
export interface Installation {
  /** Whether a widget was ever seen. */
  hasViews: boolean;
  /** Orders came, and every one of the latest only from browsers, unsigned. */
  onlyClaims: boolean;
  /** Nobody has said who is new: see `existingCustomersUnknown`. */
  newnessUnknown: boolean;
}

export async function readInstallation(
  reading: Reading,
  { siteId }: { siteId: string },
): Promise<Installation> {
  const facts = await selectInstallation(reading.db, siteId);
  return {
    ...facts,
    newnessUnknown: await readNewnessUnknown(reading, { siteId }),
  };
}

/** How many were imported as customers from before, and when last. */
export function countCustomers(
  { db }: Reading,
  { siteId }: { siteId: string },
) {
  return countKnownCustomers(db, siteId);
}
