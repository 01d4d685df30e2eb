import type { SiteRecord } from "../actions/read-site.ts";
import type { Program } from "../domain/program.ts";
import type { View } from "./pages/view.ts";
import type { Session } from "./sessions.ts";

/** What every request of the owner's pages carries. */
export interface OwnerEnv {
  Variables: {
    /** Who is signed in, or `null`. */
    session: Session | null;
    view: View;
    programs: Program[];
    /** Takes a fault that nobody waits for any more. */
    report: ((error: unknown) => void) | undefined;
    /** Only where somebody is signed in. */
    site: SiteRecord;
  };
}
