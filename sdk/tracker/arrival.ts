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

/** Reads query and fragment, the likeliest first: others use such names too. The fragment may be a route with a query of its own, on either side of its `?`. */
export function readArrivals(address: string, params = ""): Arrival[] {
  const query = new URLSearchParams(address.replace(/#([^?]*)\??/, "&$1&"));
  const click = query.getAll("ec").find((id) => idPattern.test(id));
  return `via,${params},ref`.split(/[\s,]+/).flatMap((name) =>
    query.getAll(name).flatMap((value) => {
      const code = readCode(value);
      return madeCode.test(code) ? [{ code, name, click }] : [];
    }),
  );
}

/** `normaliseCode` in fewer bytes: the collector has the last word. */
export function readCode(typed: string): string {
  return typed.normalize("NFKC").replace(/[\W_]/g, "").toUpperCase();
}
