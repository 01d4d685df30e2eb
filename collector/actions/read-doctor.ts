import { selectOrigins } from "../storage/queries/site-origins.ts";
import type { SiteRecord } from "./read-site.ts";
import type { Reading } from "./work.ts";

/** Long enough to mend a shop with it, too short to be found in a log and used. */
const keyLifeMs = 60 * 60 * 1000;

/** What opens the install doctor on a shop's page: sealed, for one site and an hour. */
export function doctorKey(
  { vault, now }: Pick<Reading, "vault" | "now">,
  { siteId }: { siteId: string },
): string {
  return vault.seal(`doctor:${siteId}:${now() + keyLifeMs}`);
}

/** The site that a doctor's key is for; `null` where it is not ours, or too old. */
export function siteOfDoctorKey(
  { vault, now }: Pick<Reading, "vault" | "now">,
  key: string,
): string | null {
  const [purpose, siteId = "", until] = (vault.unseal(key) ?? "").split(":");
  return purpose === "doctor" && Number(until) > now() ? siteId : null;
}

/** What the collector knows of a page that is being examined. */
export async function readDoctor(
  { db }: Reading,
  { site, origin }: { site: SiteRecord; origin: string | null },
): Promise<{ seen: { type: string; at: number } | null }> {
  const origins = await selectOrigins(db, site.id);
  const last = origins.find((one) => one.origin === origin);
  return { seen: last ? { type: last.type, at: Number(last.at) } : null };
}
