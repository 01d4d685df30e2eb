import { idPattern } from "../protocol/limits.ts";

/** A code found in the page's address. */
export interface Arrival {
  code: string;
  /** Of the parameter that had it. */
  name: string;
  /** The id under which `/r/CODE` has recorded the click. */
  click: string | undefined;
}

/**
 * What the collector makes: eight symbols without vowels, so that a
 * `via=email_blast` or `ref=newsletter` of somebody else costs no request.
 * Letters and digits are all that is left by then.
 */
const madeCode = /^[^01AEILOU]{8}$/;

/** Reads query and fragment; the fragment may be a route with a query of its own. */
export function readArrival(address: string, params = ""): Arrival | undefined {
  const query = new URLSearchParams(address.replace(/#([^?]*\?)?/, "&"));
  const click = idPattern.exec(`${query.get("ec")}`)?.[0];
  for (const name of `via,${params},ref`.split(/[\s,]+/)) {
    // What is absent reads as "null", which is no code either.
    const code = readCode(`${query.get(name)}`);
    if (madeCode.test(code)) {
      return { code, name, click };
    }
  }
}

/** `normaliseCode` in fewer bytes: the collector has the last word. */
export function readCode(typed: string): string {
  return typed.normalize("NFKC").replace(/[\W_]/g, "").toUpperCase();
}
