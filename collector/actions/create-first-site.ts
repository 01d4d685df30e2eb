import { defaultProgram } from "../domain/program.ts";
import { selectFirstSite } from "../storage/queries/sites.ts";
import { furnishSite } from "./furnish-site.ts";
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
  if (await selectFirstSite(work.db)) return { created: false };
  const landing = first.origins[0] ?? work.publicUrl;
  await furnishSite(work, {
    name: new URL(landing).host,
    keys: {
      public: first.publicKey,
      secret: first.secretKey,
      signing: first.signingKey,
    },
    origins: first.origins,
    consent: first.consent,
    programs: [defaultProgram(`${landing}/`)],
    testOf: null,
    by: "collector",
  });
  return { created: true };
}
