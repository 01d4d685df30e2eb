import type { Program } from "../domain/program.ts";
import { isNewnessTold } from "../storage/queries/known-customers.ts";
import { selectPrograms } from "../storage/queries/programs.ts";
import { isTestSite } from "../storage/queries/sites.ts";
import type { Reading } from "./work.ts";

/** Warns that customers from before may be paid for as new, while nobody has said who they are. */
export const existingCustomersUnknown = {
  code: "existing_customers_unknown",
  message:
    "Only new customers count, but nobody has said who is new: customers from before would be paid for. Import them (POST /v1/customers, or the owner's pages), or send customer.existing with each order.",
};

/** Whether rules that pay for new customers only rest on nothing yet. A test site has no customers. */
export async function isNewnessUnknown(
  { db }: Pick<Reading, "db">,
  siteId: string,
  programs: Pick<Program, "attribution">[],
): Promise<boolean> {
  if (!programs.some(({ attribution }) => attribution.newCustomersOnly))
    return false;
  return !(await isTestSite(db, siteId)) && !(await isNewnessTold(db, siteId));
}

/** The same of the rules in force, for the owner's pages. */
export async function readNewnessUnknown(
  reading: Reading,
  { siteId }: { siteId: string },
): Promise<boolean> {
  const programs = await selectPrograms(reading.db, siteId);
  return isNewnessUnknown(
    reading,
    siteId,
    programs.map(({ program }) => program),
  );
}
