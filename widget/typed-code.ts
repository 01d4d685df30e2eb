import { normaliseCode } from "../sdk/protocol/code.ts";
import type { MessageKey } from "./say.ts";

/** How many signs a code has, and the signs that it never has, because they look alike. */
const usualLength = 8;
const unusual = /[01ILOU]/g;

/** The code in what was typed or pasted: also a whole link, or words before a colon. */
export function codeIn(typed: string): string | null {
  const text = typed.normalize("NFKC");
  const [, linked] = text.match(/(?:\/r\/|[?&]via=)([^/?&#\s]+)/) ?? [];
  return normaliseCode(linked ?? text.replace(/^.*:/s, ""));
}

/** What to look at in a code that nobody knows, as a key and what is filled in. */
export function slipIn(
  code: string,
): [key: MessageKey, values?: Record<string, string>] {
  const { length } = code;
  if (length !== usualLength) {
    // Further off it is hardly a slip, but some other code: a coupon's, or an order's.
    const isNear = Math.abs(length - usualLength) < 3;
    return isNear ? ["codeLength", { count: `${length}` }] : ["codeUnknown"];
  }
  const signs = [...new Set(code.match(unusual))].join(" ");
  return signs ? ["codeSigns", { signs }] : ["codeUnknown"];
}
