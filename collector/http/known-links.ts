import { type Redirect, readRedirect } from "../actions/read-redirect.ts";
import { comeAgain } from "../domain/come-again.ts";
import type { Collector } from "./collector.ts";
import { inTime } from "./in-time.ts";
import { remember } from "./remember.ts";

/** A link that many follow at once is read once a second. */
const freshMs = 1_000;
/** A friend is not kept waiting for a database that is away. */
const patience = { keptMs: 1_000, elseMs: 5_000 };

/** Where links lead; while the database does not answer, where they last led. */
export interface Links {
  /** Remembered for a second; `null` where nobody has the code. */
  known(code: string): Promise<Redirect | null>;
  /** Where any code leads, somebody's or not. */
  any(code: string): Promise<Redirect>;
}

export function openLinks({ reading }: Pick<Collector, "reading">): Links {
  const any = inTime((code) => readRedirect(reading, { code }), {
    ...patience,
    isKept: ({ known }) => known,
    late: () =>
      comeAgain(
        "The database does not answer in time.",
        new Error("A link could not be read in time"),
      ),
  });
  const known = remember(
    async (code) => {
      const link = await any(code);
      return link.known ? link : null;
    },
    { freshMs, now: reading.now },
  );
  return { known, any };
}
