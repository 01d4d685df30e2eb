import type { Settings } from "../../sdk/protocol/offers.ts";
import { DomainError } from "../domain/domain-error.ts";
import { selectPrograms } from "../storage/queries/programs.ts";
import { selectSite } from "../storage/queries/sites.ts";
import { publicProgram } from "./public-program.ts";
import type { Reading } from "./work.ts";

/** What a page needs to know before anybody is identified. Throws `not_found` for an unknown programme. */
export async function readSettings(
  reading: Reading,
  { siteId, program: id }: { siteId: string; program: string | null },
): Promise<Settings> {
  const site = await selectSite(reading.db, siteId);
  const programs = (await selectPrograms(reading.db, siteId)).map(
    ({ program }) => program,
  );
  const program =
    programs.find((one) => one.id === (id ?? "default")) ??
    (id === null ? programs[0] : undefined);
  if (!program)
    throw new DomainError(
      "not_found",
      `Expected the id of a programme of this site, and found none called "${id}".`,
    );
  return {
    consent: site.consent,
    ...(site.test === 1 ? { test: true as const } : {}),
    program: publicProgram(program, reading.now()),
  };
}
