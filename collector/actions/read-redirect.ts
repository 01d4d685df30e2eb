import { normaliseCode } from "../../sdk/protocol/code.ts";
import { DomainError } from "../domain/domain-error.ts";
import { selectMemberByCode } from "../storage/queries/members.ts";
import { selectPrograms } from "../storage/queries/programs.ts";
import { selectFirstSite, selectSite } from "../storage/queries/sites.ts";
import { type HostedShop, hostedShop } from "./hosted-shop.ts";
import type { Reading } from "./work.ts";

/** Where a shared link leads. */
export interface Redirect {
  siteId: string;
  known: boolean;
  code: string | null;
  landingUrl: string;
  origins: string[];
  consent: "granted" | "required";
  /** Whether the programme wants its links to lead to our own page first. */
  isHosted: boolean;
  /** A suspended member's code earns nothing. */
  isSuspended: boolean;
  shop: HostedShop;
  /** The public name that the member chose to show, or `null`. */
  from: string | null;
}

/** An unknown code still reaches a shop: the first site's landing page. */
export async function readRedirect(
  reading: Reading,
  { code: typed }: { code: string },
): Promise<Redirect> {
  const { db } = reading;
  const code = normaliseCode(typed);
  const member = code === null ? undefined : await selectMemberByCode(db, code);
  const site = member
    ? await selectSite(db, member.site_id)
    : await selectFirstSite(db);
  const programs = site
    ? (await selectPrograms(db, site.id)).map(({ program }) => program)
    : [];
  const program =
    programs.find(({ id }) => id === (member?.program_id ?? "default")) ??
    programs[0];
  if (!site || !program)
    throw new DomainError("not_found", "This collector has no site yet.");
  return {
    siteId: site.id,
    known: member !== undefined,
    // For a closed site nothing is counted.
    code: member && site.closed_at === null ? code : null,
    landingUrl: program.landingUrl,
    origins: JSON.parse(site.origins) as string[],
    consent: site.consent,
    isHosted: program.display.landing === "hosted",
    isSuspended: member?.state === "suspended",
    shop: hostedShop(reading, site, program),
    from: member?.public_name ?? null,
  };
}
