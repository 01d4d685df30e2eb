import type { CodeCheck } from "../protocol/offers.ts";
import type { Referral } from "./calls.ts";
import type { Ask } from "./transport.ts";

/** What the collector says of a code: false of an unknown one, nothing where it cannot be asked. */
export type Check = (code: string) => Promise<Referral | false | undefined>;

/** Asks once for each code; where the collector cannot be asked, it may be asked again. */
export function checkCodes(site: string, ask: Ask): Check {
  const checks: Record<string, ReturnType<Check>> = {};

  return (code) => {
    checks[code] ??= ask<CodeCheck & Referral>("codes/check", {
      site,
      code,
    }).then(
      ({ valid, response, ...referral }) => valid && (referral as Referral),
      () => void delete checks[code],
    );
    return checks[code];
  };
}
